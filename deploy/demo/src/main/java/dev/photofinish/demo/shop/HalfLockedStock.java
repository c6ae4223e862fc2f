package dev.photofinish.demo.shop;

/** Bug: whoever changes the stock takes the lock, whoever looks at it does not, and may see an old figure for ever. */
final class HalfLockedStock implements Stock {
    private int onHand;

    @Override
    public synchronized void add(int pieces) {
        onHand = Math.min(CAPACITY, onHand + pieces);
    }

    @Override
    public synchronized boolean take(int pieces) {
        if (onHand < pieces) {
            return false;
        }
        onHand -= pieces;
        return true;
    }

    @Override
    public int onHand() {
        return onHand;
    }
}
