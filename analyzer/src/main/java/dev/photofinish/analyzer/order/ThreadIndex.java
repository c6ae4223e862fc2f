package dev.photofinish.analyzer.order;

import java.util.Arrays;
import java.util.Collection;

/** Gives the thread numbers of a window, whatever they are, indexes from 0 in their order. */
final class ThreadIndex {
    private final int[] numbers;

    ThreadIndex(Collection<Integer> threads) {
        numbers =
                threads.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    int size() {
        return numbers.length;
    }

    /** Index of the thread. */
    int of(int number) {
        int index = Arrays.binarySearch(numbers, number);
        if (index < 0) {
            throw new IllegalArgumentException("expected a thread of the window, found number " + number);
        }
        return index;
    }
}
