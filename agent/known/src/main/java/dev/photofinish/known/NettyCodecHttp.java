package dev.photofinish.known;

import io.netty.handler.codec.http.HttpResponseStatus;

/** Two threads ask for the class of a status, which is computed once and kept. Benign: an enum, read once per call. */
final class NettyCodecHttp implements Driver {
    private final HttpResponseStatus status = new HttpResponseStatus(299, "Photo finish");

    @Override
    public void first() {
        status.codeClass();
    }

    @Override
    public void second() {
        status.codeClass();
    }
}
