package dev.photofinish.conformance.init;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Values that are computed once, a preview: of {@code StableValue} in JDK 25, {@code LazyConstant} and lazy collections from 26 on. */
final class Lazily {
    private static final boolean STABLE = Runtime.version().feature() == 25;
    private static final String STABLE_VALUE = "java.lang.StableValue";

    private Lazily() {}

    @SuppressWarnings("unchecked")
    static <T> Supplier<T> supplier(Supplier<T> value) throws Exception {
        return (Supplier<T>)
                (STABLE
                        ? Class.forName(STABLE_VALUE)
                                .getMethod("supplier", Supplier.class)
                                .invoke(null, value)
                        : Class.forName("java.lang.LazyConstant")
                                .getMethod("of", Supplier.class)
                                .invoke(null, value));
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> list(int size, IntFunction<T> element) throws Exception {
        return (List<T>)
                (STABLE
                        ? Class.forName(STABLE_VALUE)
                                .getMethod("list", int.class, IntFunction.class)
                                .invoke(null, size, element)
                        : List.class
                                .getMethod("ofLazy", int.class, IntFunction.class)
                                .invoke(null, size, element));
    }

    @SuppressWarnings("unchecked")
    static <K, V> Map<K, V> map(Set<K> keys, Function<K, V> value) throws Exception {
        return (Map<K, V>)
                (STABLE
                        ? Class.forName(STABLE_VALUE)
                                .getMethod("map", Set.class, Function.class)
                                .invoke(null, keys, value)
                        : Map.class
                                .getMethod("ofLazy", Set.class, Function.class)
                                .invoke(null, keys, value));
    }
}
