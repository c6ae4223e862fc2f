package dev.photofinish.overhead;

import java.util.Arrays;

/**
 * The median of a sample, and between which of its values the median of what it was drawn from lies.
 *
 * <p>The order-statistic interval: each value is below the true median with probability one half, whatever the distribution,
 * so that the k-th smallest and the k-th largest of n enclose it with probability 1 - 2 P(B(n, 1/2) &lt; k). The narrowest one
 * of at least 95 % is taken; below six values there is none, and it is the whole range with what that is worth. (David and
 * Nagaraja, Order Statistics, 7.1)
 *
 * @param confidence probability, 0 to 1
 */
record Interval(double median, double low, double high, double confidence) {
    private static final double WANTED = 0.95;

    /** Of at least one value. */
    static Interval of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("expected at least one value, found none");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int k = 1;
        while (confidence(n, k + 1) >= WANTED) {
            k++;
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new Interval(median, sorted[k - 1], sorted[n - k], confidence(n, k));
    }

    /** Probability that the k-th smallest and the k-th largest of n values enclose the median. */
    static double confidence(int n, int k) {
        double term = Math.pow(0.5, n);
        double below = 0;
        for (int i = 0; i < k; i++) {
            below += term;
            term *= (double) (n - i) / (i + 1);
        }
        return Math.max(0, 1 - 2 * below);
    }
}
