package dev.photofinish.demo.shop;

/** The shop was closed while a thread of it waited. */
final class ShopClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShopClosedException(InterruptedException cause) {
        super("the shop was closed while this thread waited", cause);
    }
}
