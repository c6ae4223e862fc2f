package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Mailbox;
import org.jspecify.annotations.Nullable;

@Scenario("The monitor lies in a class that is not woven for its fields")
@Clean
final class LibraryMonitor implements Program {
    private final Mailbox mailbox = new Mailbox();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::send, this::receive);
    }

    private void send() {
        Letter letter = new Letter();
        letter.text = "hello";
        mailbox.put(letter);
    }

    private void receive() throws InterruptedException {
        Letter letter = (Letter) mailbox.take();
        Check.equal("hello", letter.text);
        letter.text = "read";
    }

    static final class Letter {
        @Nullable
        String text;
    }
}
