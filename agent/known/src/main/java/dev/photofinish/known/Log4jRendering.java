package dev.photofinish.known;

import java.io.StringWriter;
import org.apache.log4j.Hierarchy;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.SimpleLayout;
import org.apache.log4j.WriterAppender;
import org.apache.log4j.spi.RootLogger;

/**
 * An object is logged, and shows itself under the logger's lock; another thread logs from a method of it, under its own
 * (41214).
 */
final class Log4jRendering implements Driver {
    private final Logger logger = new Hierarchy(new RootLogger(Level.INFO)).getRootLogger();
    private final Account account = new Account();

    Log4jRendering() {
        logger.addAppender(new WriterAppender(new SimpleLayout(), new StringWriter()));
    }

    @Override
    public int turns() {
        return 2;
    }

    @Override
    public void first() {
        logger.info(account);
    }

    @Override
    public void second() {
        account.pay(logger);
    }
}
