package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario("The fields of a Thread subclass are set before start and read after join")
@Clean
final class SubclassFields implements Program {
    @Override
    public void run() throws Exception {
        Worker worker = new Worker(1);
        worker.limit = 2;
        worker.start();
        worker.join();
        Check.equal(3, worker.sum);
    }

    static final class Worker extends Thread {
        int begin;
        int limit;
        int sum;

        Worker(int begin) {
            this.begin = begin;
        }

        @Override
        public void run() {
            sum = begin + limit;
        }
    }
}
