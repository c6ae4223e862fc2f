package dev.photofinish.demo.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The analyzer's API, as far as the report needs it. */
final class Analyzer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();

    Analyzer(URI address) {
        this.address = address;
    }

    List<FoundRace> races() throws IOException, InterruptedException {
        List<FoundRace> races = new ArrayList<>();
        for (JsonNode finding : get("/api/v1/findings?pageSize=500").path("findings")) {
            races.add(json.treeToValue(finding, FoundRace.class));
        }
        return races;
    }

    List<FoundContention> contention() throws IOException, InterruptedException {
        List<FoundContention> places = new ArrayList<>();
        for (JsonNode place : get("/api/v1/contention?limit=1000").path("contention")) {
            places.add(json.treeToValue(place, FoundContention.class));
        }
        return places;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        URI page = address.resolve(path);
        HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(page + ": expected HTTP status 200, found " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }
}
