package dev.photofinish.outside;

import java.lang.reflect.Constructor;

/** A library's class whose initializer makes an object of the application. */
public final class Shelf {
    /** The object. */
    public static final Object GOODS = stock();

    private Shelf() {}

    /** The object. */
    public static Object goods() {
        return GOODS;
    }

    private static Object stock() {
        try {
            Constructor<?> constructor = Class.forName("dev.photofinish.conformance.init.LibraryInitializer$Goods")
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
