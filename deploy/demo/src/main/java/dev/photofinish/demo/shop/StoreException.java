package dev.photofinish.demo.shop;

import java.sql.SQLException;

/** The database refused something. */
final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String doing, SQLException cause) {
        super("could not " + doing + " the order database: " + cause.getMessage(), cause);
    }
}
