package dev.photofinish.demo.load;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a customer does in one shop: search, look, order, look at the order. Stateless. */
final class Visit {
    private static final List<String> WANTED =
            List.of("tea-black", "tea-black", "tea-black", "tea-green", "tea-mint", "cup-small", "pot", "tray");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final int RECEIPT_EVERY = 4;

    private final Browser browser;
    private final String shop;

    Visit(Browser browser, String shop) {
        this.browser = browser;
        this.shop = shop;
    }

    void shop(int times) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String sku = WANTED.get(random.nextInt(WANTED.size()));
        browser.get(shop + "/products?prefix=" + sku.substring(0, 3));
        browser.get(shop + "/products/" + sku);
        String order = """
                {"customer": "customer-%d", "sku": "%s", "quantity": %d}""".formatted(random.nextInt(400), sku, 1 + random.nextInt(3));
        browser.post(shop + "/orders", order).ifPresent(placed -> lookAt(placed, times));
    }

    private void lookAt(String placed, int times) {
        Matcher id = ID.matcher(placed);
        if (id.find()) {
            String order = shop + "/orders/" + id.group(1);
            browser.get(times % RECEIPT_EVERY == 0 ? order + "/receipt" : order);
        }
    }
}
