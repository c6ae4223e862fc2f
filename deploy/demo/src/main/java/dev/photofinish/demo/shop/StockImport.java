package dev.photofinish.demo.shop;

/** One run of the job that books deliveries into the stock: started, fed, and stopped when its last delivery is booked. */
interface StockImport extends AutoCloseable {
    /** Hands a delivery to the job. */
    void deliver(Delivery delivery);

    /** Waits until as many deliveries were booked as the job was made for. */
    void awaitBooked();

    /** Stops the job and waits for its thread to end. */
    @Override
    void close();
}
