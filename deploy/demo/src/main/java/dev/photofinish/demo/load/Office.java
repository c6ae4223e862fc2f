package dev.photofinish.demo.load;

import java.util.List;
import java.util.stream.Collectors;

/** What the staff of one shop do: receive deliveries, close the books, rank the products, read reports. Stateless. */
final class Office {
    private static final List<String> SKUS =
            List.of("tea-black", "tea-green", "tea-mint", "tea-oolong", "cup-small", "cup-large", "pot", "tray");
    private static final int PIECES = 40;

    private final Browser browser;
    private final String shop;

    Office(Browser browser, String shop) {
        this.browser = browser;
        this.shop = shop;
    }

    void deliver(int times) {
        String deliveries = SKUS.stream()
                .map(sku -> "{\"sku\": \"%s\", \"pieces\": %d}".formatted(sku, PIECES))
                .collect(Collectors.joining(", ", "{\"deliveries\": [", "]}"));
        browser.post(shop + "/deliveries", deliveries);
    }

    /** One task each time, of ten that take turns. */
    void account(int times) {
        switch (times % 10) {
            case 0, 2, 4, 6, 8 -> browser.post(shop + "/closings", "{}");
            case 1, 3, 5 -> browser.post(shop + "/reindex", "{}");
            case 7 -> browser.get(shop + "/sales");
            default -> browser.get(shop + "/stats");
        }
    }
}
