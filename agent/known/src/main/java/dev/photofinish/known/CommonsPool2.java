package dev.photofinish.known;

import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** One thread sets the listener of swallowed exceptions, another returns an object that cannot be passivated. */
final class CommonsPool2 implements Driver {
    private final GenericObjectPool<Object> pool = new GenericObjectPool<>(new Factory());
    private final Object borrowed;

    CommonsPool2() throws Exception {
        pool.returnObject(pool.borrowObject());
        borrowed = pool.borrowObject();
    }

    @Override
    public void first() {
        pool.setSwallowedExceptionListener(swallowed -> {});
    }

    @Override
    public void second() {
        pool.returnObject(borrowed);
    }

    private static final class Factory extends BasePooledObjectFactory<Object> {
        @Override
        public Object create() {
            return new Object();
        }

        @Override
        public PooledObject<Object> wrap(Object object) {
            return new DefaultPooledObject<>(object);
        }

        @Override
        public void passivateObject(PooledObject<Object> object) {
            throw new IllegalStateException("expected by the pool, which swallows it");
        }
    }
}
