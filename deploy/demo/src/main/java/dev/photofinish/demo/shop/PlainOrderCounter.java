package dev.photofinish.demo.shop;

/** Bug: {@code ++} from several request threads is a read and a write that others come between, so orders are lost. */
final class PlainOrderCounter implements OrderCounter {
    private long placed;

    @Override
    public void orderPlaced() {
        placed++;
    }

    @Override
    public long placed() {
        return placed;
    }
}
