package dev.photofinish.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnusedVariable") // through handles
class HandleKindsTest {
    private static int ofClass;
    private static volatile Object referenceOfClass = new Object();
    private int ofObject;
    private final Object finalReference = new Object();

    @Test
    void kind_isWhatTheHandleSays_askedForTheFirstTimeAndAgain() throws Exception {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        VarHandle element = MethodHandles.arrayElementVarHandle(int[].class);
        List<VarHandle> handles = List.of(
                lookup.findStaticVarHandle(HandleKindsTest.class, "ofClass", int.class),
                lookup.findStaticVarHandle(HandleKindsTest.class, "referenceOfClass", Object.class),
                lookup.findVarHandle(HandleKindsTest.class, "ofObject", int.class),
                lookup.findVarHandle(HandleKindsTest.class, "finalReference", Object.class),
                element,
                MethodHandles.arrayElementVarHandle(Object[].class),
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN));

        for (int round = 0; round < 2; round++) {
            assertThat(handles)
                    .allSatisfy(handle -> assertThat(HandleKinds.takesNoCoordinates(handle))
                            .as("%s %s", handle.getClass(), handle.coordinateTypes())
                            .isEqualTo(handle.coordinateTypes().isEmpty()));
        }
    }
}
