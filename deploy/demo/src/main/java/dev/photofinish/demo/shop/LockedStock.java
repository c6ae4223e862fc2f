package dev.photofinish.demo.shop;

import java.util.concurrent.locks.ReentrantLock;

/** Correct twin of {@link HalfLockedStock}: one lock for those who change and those who look. */
final class LockedStock implements Stock {
    private final ReentrantLock shelf = new ReentrantLock();
    private int onHand;

    @Override
    public void add(int pieces) {
        shelf.lock();
        try {
            onHand = Math.min(CAPACITY, onHand + pieces);
        } finally {
            shelf.unlock();
        }
    }

    @Override
    public boolean take(int pieces) {
        shelf.lock();
        try {
            if (onHand < pieces) {
                return false;
            }
            onHand -= pieces;
            return true;
        } finally {
            shelf.unlock();
        }
    }

    @Override
    public int onHand() {
        shelf.lock();
        try {
            return onHand;
        } finally {
            shelf.unlock();
        }
    }
}
