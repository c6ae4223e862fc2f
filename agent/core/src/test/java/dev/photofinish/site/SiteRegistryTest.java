package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteRegistryTest {
    private final SiteRegistry sites = new SiteRegistry();

    @Test
    void onePlace_hasOneNumber() {
        assertThat(number(7)).isEqualTo(number(7));
    }

    /** A class that two class loaders load has two static fields of each name. */
    @Test
    void onePlaceAndTwoFields_hasTwoNumbers() {
        assertThat(number(7)).isNotEqualTo(number(8));
    }

    private int number(int field) {
        return sites.number("com.acme.Twice", "run", "()V", 12, "com.acme.Twice.count", field, "write");
    }
}
