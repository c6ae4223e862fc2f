package dev.photofinish.agent;

/** The one way in which the agent may write to the error stream of the application: when it ends and cannot do it properly. */
final class LastWords {
    private LastWords() {}

    static void say(String sentence) {
        System.err.println("photofinish: " + sentence);
    }
}
