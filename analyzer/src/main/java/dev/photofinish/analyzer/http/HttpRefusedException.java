package dev.photofinish.analyzer.http;

/** A request that is answered with a status and one sentence. */
public final class HttpRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;

    /** With the sentence that the sender gets to read. */
    public HttpRefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
