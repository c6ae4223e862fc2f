package dev.photofinish.demo.shop;

/** A product number that the shop does not sell. */
public final class UnknownProductException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sku;

    UnknownProductException(String sku) {
        super("no product '" + sku + "'");
        this.sku = sku;
    }

    /** The number that was asked for. */
    public String sku() {
        return sku;
    }
}
