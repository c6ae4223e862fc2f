package dev.photofinish.demo.script;

/** Takes the place of any program: complains and ends with 3. */
final class StandInFailure {
    private StandInFailure() {}

    public static void main(String[] arguments) {
        System.err.println("the reason is in this line");
        System.exit(3);
    }
}
