package dev.photofinish.demo.shop;

/** Goods on their way: plain fields, changed by one thread after the other as the parcel passes through queues. */
final class Parcel {
    private final Order order;
    private String label = "";
    private int grams;

    Parcel(Order order) {
        this.order = order;
    }

    void address() {
        label = "to " + order.customer();
    }

    void pack() {
        grams = 200 + 350 * order.quantity();
        label = label + ", " + grams + " g";
    }

    /** Ready to leave, with an address and a weight. */
    boolean complete() {
        return !label.isEmpty() && grams > 0;
    }
}
