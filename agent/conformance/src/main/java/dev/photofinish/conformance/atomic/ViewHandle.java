package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

@Scenario("Bytes of a buffer through a VarHandle, by two views of one memory")
@Clean
final class ViewHandle implements Program {
    private static final VarHandle NUMBERS =
            MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(16);
    private final ByteBuffer view = bytes.duplicate();

    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    NUMBERS.setVolatile(bytes, 0, 1);
                },
                () -> {
                    while ((int) NUMBERS.getVolatile(view, 0) == 0) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
