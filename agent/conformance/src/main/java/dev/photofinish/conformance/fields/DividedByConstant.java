package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "The operand of a division by a constant, of a text and of a comparison",
        go = {"RaceDivConst", "RaceModConst", "RaceSprint", "RaceConcatString", "RaceCompareString", "RaceSliceString"})
@Races({"dividend", "modulus", "printed", "joined", "compared", "cut"})
final class DividedByConstant implements Program {
    int dividend = 30;
    int modulus = 30;
    int printed;
    String joined = "hello";
    String compared = "hello";
    String cut = "hello";

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    dividend = 33;
                    modulus = 33;
                    printed = 1;
                    joined = "world";
                    compared = "world";
                    cut = "world";
                },
                () -> {
                    Check.that(Integer.divideUnsigned(dividend, 3) + modulus % 3 <= 11, "a result");
                    Check.equal(1, String.valueOf(printed).length());
                    Check.equal(11, (joined + " there").length());
                    Check.that(!compared.equals("other"), "another text");
                    Check.equal(1, cut.substring(2, 3).length());
                });
    }
}
