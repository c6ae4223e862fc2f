package dev.photofinish.demo.shop;

/** A receipt being written: plain fields, filled by one thread and read by another that waited for its {@code Future}. */
final class Receipt {
    private String text = "";
    private long vatCents;

    void fill(Order order) {
        vatCents = order.cents() * 19 / 119;
        text = "%s: %d x %s = %d.%02d"
                .formatted(order.customer(), order.quantity(), order.sku(), order.cents() / 100, order.cents() % 100);
    }

    String text() {
        return text;
    }

    long vatCents() {
        return vatCents;
    }
}
