package dev.photofinish.hotpath;

/** An object with a field. */
final class Point {
    int x = 1;

    static Point[] many(int count) {
        Point[] points = new Point[count];
        for (int i = 0; i < count; i++) {
            points[i] = new Point();
        }
        return points;
    }
}
