package dev.photofinish.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShopServer server = new ShopServer(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void listensOnLoopback() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"buggy", "fixed"})
    void order_isPlacedAndFoundAgain(String shop) throws Exception {
        HttpResponse<String> placed =
                post(shop + "/orders", "{\"customer\": \"ada\", \"sku\": \"pot\", \"quantity\": 2}");

        assertThat(placed.statusCode()).isEqualTo(201);
        JsonNode order = JSON.readTree(placed.body());
        assertThat(order.path("cents").asLong()).isEqualTo(2 * 1300);
        String path = shop + "/orders/" + order.path("id").asLong();
        assertThat(JSON.readTree(get(path).body())).isEqualTo(order);
        assertThat(get(path + "/receipt").body()).isEqualTo("ada: 2 x pot = 26.00 (VAT 415)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"buggy", "fixed"})
    void delivery_raisesTheStock(String shop) throws Exception {
        int before = JSON.readTree(get(shop + "/products/tray").body())
                .path("onHand")
                .asInt();

        assertThat(post(shop + "/deliveries", "{\"deliveries\": [{\"sku\": \"tray\", \"pieces\": 3}]}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(JSON.readTree(get(shop + "/products/tray").body())
                        .path("onHand")
                        .asInt())
                .isEqualTo(before + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"buggy", "fixed"})
    void closing_takesTheOpenSumAndStartsFromZero(String shop) throws Exception {
        post(shop + "/closings", "");
        post(shop + "/orders", "{\"customer\": \"ada\", \"sku\": \"pot\", \"quantity\": 1}");

        JsonNode closing = JSON.readTree(post(shop + "/closings", "").body());

        assertThat(closing.path("bookedCents").asLong()).isEqualTo(1300);
        assertThat(JSON.readTree(get(shop + "/stats").body()).path("openCents").asLong())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"buggy", "fixed"})
    void search_findsByPrefix(String shop) throws Exception {
        assertThat(post(shop + "/reindex", "").statusCode()).isEqualTo(204);
        assertThat(JSON.readTree(get(shop + "/products?prefix=cup").body()))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("cup-small", "cup-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"buggy", "fixed"})
    void sales_addUpAllStoredOrders(String shop) throws Exception {
        assertThat(JSON.readTree(get(shop + "/sales").body()).path("orders").asLong())
                .isGreaterThanOrEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buggy/products/none",
                "fixed/products/none",
                "buggy/orders/0",
                "fixed/orders/0/receipt",
                "other/stats"
            })
    void unknownThing_isNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nonsense",
                "{\"customer\": \"ada\", \"quantity\": 1}",
                "{\"customer\": \"ada\", \"sku\": \"pot\", \"quantity\": 0}",
                "{\"customer\": \"ada\", \"sku\": \"pot\", \"quantity\": 101}"
            })
    void malformedOrder_isABadRequest(String body) throws Exception {
        assertThat(post("buggy/orders", body).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)), path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        return client.send(request.uri(server.address().resolve("/" + path)).build(), BodyHandlers.ofString());
    }
}
