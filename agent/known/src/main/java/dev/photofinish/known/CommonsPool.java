package dev.photofinish.known;

import org.apache.commons.pool.BasePoolableObjectFactory;
import org.apache.commons.pool.impl.GenericObjectPool;

/** One thread closes a pool; another, without the pool's lock, asks whether it is open, to give an object up. */
final class CommonsPool implements Driver {
    private final GenericObjectPool pool = new GenericObjectPool(new Factory());
    private final Object borrowed;

    CommonsPool() throws Exception {
        borrowed = pool.borrowObject();
    }

    @Override
    public void first() throws Exception {
        pool.close();
    }

    @Override
    public void second() throws Exception {
        try {
            pool.invalidateObject(borrowed);
        } catch (IllegalStateException e) {
            if (!"Pool not open".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    private static final class Factory extends BasePoolableObjectFactory {
        @Override
        public Object makeObject() {
            return new Object();
        }
    }
}
