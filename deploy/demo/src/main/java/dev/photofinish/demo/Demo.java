package dev.photofinish.demo;

import dev.photofinish.demo.load.Load;
import io.javalin.util.JavalinBindException;
import java.io.PrintStream;

/** The command that runs the sample service until SIGTERM or Ctrl-C. */
public final class Demo implements AutoCloseable {
    private final ShopServer server;
    private final Load load;

    private Demo(DemoOptions options) {
        server = new ShopServer(options.port());
        load = new Load(server.address(), options.visitsPerSecond());
    }

    /** Starts the service; ends with 2 where an option is wrong and with 1 where the port is taken. */
    public static void main(String[] arguments) {
        int status = run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] arguments) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        try {
            Demo demo = new Demo(options);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-shutdown"));
            demo.announce(System.out);
            return 0;
        } catch (JavalinBindException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private void announce(PrintStream out) {
        out.println(
                "ready " + server.address() + " pid " + ProcessHandle.current().pid());
        out.flush();
    }

    @Override
    public void close() {
        load.close();
        server.close();
    }
}
