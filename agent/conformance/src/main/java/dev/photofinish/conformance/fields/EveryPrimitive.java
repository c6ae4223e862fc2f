package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A race on a field of each primitive type",
        go = {"RaceInt32RWClosures", "RaceFloat64WW", "RaceRune"})
@Races({"aBoolean", "aByte", "aChar", "aShort", "anInt", "aLong", "aFloat", "aDouble"})
final class EveryPrimitive implements Program {
    boolean aBoolean;
    byte aByte;
    char aChar;
    short aShort;
    int anInt;
    long aLong;
    float aFloat;
    double aDouble;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
    }

    private void write() {
        aBoolean = true;
        aByte = 1;
        aChar = 'a';
        aShort = 1;
        anInt = 1;
        aLong = 1L;
        aFloat = 1f;
        aDouble = 1d;
    }
}
