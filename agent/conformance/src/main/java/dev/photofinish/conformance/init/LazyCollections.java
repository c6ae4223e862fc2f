package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Scenario(
        value = "Elements of a lazy list and values of a lazy map are computed by one thread and read by another",
        since = 25)
@Clean
final class LazyCollections implements Program {
    private static final class Parcel {
        int content;
    }

    @Override
    public void run() throws Exception {
        List<Parcel> list = Lazily.list(2, LazyCollections::parcel);
        Map<String, Parcel> map = Lazily.map(Set.of("one", "other"), key -> parcel(key.length()));
        Threads.concurrently(() -> read(list, map), () -> read(list, map));
    }

    private static Parcel parcel(int content) {
        Parcel parcel = new Parcel();
        parcel.content = content;
        return parcel;
    }

    private static void read(List<Parcel> list, Map<String, Parcel> map) {
        Check.equal(0, list.get(0).content);
        int sum = 0;
        for (Parcel parcel : list) {
            sum += parcel.content;
        }
        Check.equal(1, sum);
        Check.equal(3, map.getOrDefault("one", parcel(0)).content);
        for (Map.Entry<String, Parcel> entry : map.entrySet()) {
            Check.equal(entry.getKey().length(), entry.getValue().content);
        }
        for (Parcel parcel : map.values()) {
            Check.that(parcel.content > 2, "the length of a key");
        }
    }
}
