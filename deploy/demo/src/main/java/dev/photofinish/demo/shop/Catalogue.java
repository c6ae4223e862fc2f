package dev.photofinish.demo.shop;

import java.util.List;

/** Finds products by the beginning of their number, the most wanted first. */
interface Catalogue {
    /** Products whose number begins so. */
    List<String> search(String prefix);

    /** Ranks the products anew by the stored orders. Slow. */
    void reindex();
}
