package dev.photofinish.demo.shop;

/** How many pieces of one product the warehouse has. */
interface Stock {
    /** What the shelf holds at most; more is sent back. */
    int CAPACITY = 100_000;

    /** Adds pieces that arrived. */
    void add(int pieces);

    /** Takes pieces off the shelf; false where there are not that many. */
    boolean take(int pieces);

    /** Pieces on the shelf. */
    int onHand();
}
