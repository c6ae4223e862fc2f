package dev.photofinish.analyzer.clock;

import org.jspecify.annotations.Nullable;

/*
 * A persistent tree of blocks of 32, indexed by thread number like a radix tree: a leaf holds the clocks of 32 threads, an
 * inner block 32 blocks below. A clock of up to 32 threads is one leaf; a clock of a hundred thousand virtual threads is
 * four levels, of which an acquire copies one path and shares the rest with the clock it learned from. Identity is
 * preserved where nothing changes (a.join(b) == a where b <= a), and equal blocks are skipped without being read: along a
 * chain of handoffs a join costs one path, not the number of threads.
 *
 * Rejected: an int[] per clock (100 000 threads with one acquire each need 40 GB), and tree clocks (Mathur et al.,
 * ASPLOS 2022), which are faster still in the number of joins but mutable: a clock kept for an access must not change.
 */

/** What a thread knows of every other: for each thread the last clock that happened before. Immutable. */
public final class VectorClock {
    /** Knows nothing of anybody. */
    public static final VectorClock ZERO = new VectorClock(0, new Block(null, new int[Block.WIDTH]));

    private final int level;
    private final Block root;

    private VectorClock(int level, Block root) {
        this.level = level;
        this.root = root;
    }

    /** The last clock of the thread that is known here; 0 where nothing is. */
    public int clockOf(int thread) {
        if (thread < 0) {
            throw new IllegalArgumentException("thread: expected a number from 0, found " + thread);
        }
        if (level < 6 && (thread >>> (Block.BITS * (level + 1))) != 0) {
            return 0;
        }
        Block block = root;
        for (int depth = level; depth > 0; depth--) {
            Block child = block.child(Block.slot(thread, depth));
            if (child == null) {
                return 0;
            }
            block = child;
        }
        return block.clock(Block.slot(thread, 0));
    }

    /** Whether the epoch is known here, that is: whether it happened before the point that has this clock. */
    public boolean covers(Epoch epoch) {
        return clockOf(epoch.thread()) >= epoch.clock();
    }

    /** This and the epoch: the least clock that covers both. */
    public VectorClock raise(Epoch epoch) {
        if (covers(epoch)) {
            return this;
        }
        int needed = levelFor(epoch.thread());
        Block raised = needed <= level ? root : Block.lift(root, level, needed);
        int raisedLevel = Math.max(level, needed);
        return new VectorClock(raisedLevel, Block.raise(raised, raisedLevel, epoch));
    }

    /** This and the other: the least clock that covers both. */
    public VectorClock join(VectorClock other) {
        if (other.level > level) {
            return other.join(this);
        }
        Block lifted = Block.lift(other.root, other.level, level);
        Block joined = Block.join(root, lifted, level);
        if (joined == root) {
            return this;
        }
        return joined == other.root ? other : new VectorClock(level, joined);
    }

    private static int levelFor(int thread) {
        int level = 0;
        while (level < 6 && (thread >>> (Block.BITS * (level + 1))) != 0) {
            level++;
        }
        return level;
    }

    /** One block of the tree: clocks in a leaf, blocks above. Never written after its construction. */
    private static final class Block {
        static final int BITS = 5;
        static final int WIDTH = 1 << BITS;

        private final @Nullable Block @Nullable [] children;
        private final int @Nullable [] clocks;

        Block(@Nullable Block @Nullable [] children, int @Nullable [] clocks) {
            this.children = children;
            this.clocks = clocks;
        }

        static int slot(int thread, int level) {
            return (thread >>> (BITS * level)) & (WIDTH - 1);
        }

        int clock(int slot) {
            return clocks == null ? 0 : clocks[slot];
        }

        @Nullable
        Block child(int slot) {
            return children == null ? null : children[slot];
        }

        static Block lift(Block block, int from, int to) {
            Block lifted = block;
            for (int level = from; level < to; level++) {
                Block[] children = new Block[WIDTH];
                children[0] = lifted;
                lifted = new Block(children, null);
            }
            return lifted;
        }

        static Block raise(@Nullable Block block, int level, Epoch epoch) {
            int slot = slot(epoch.thread(), level);
            if (level == 0) {
                int[] clocks = block == null || block.clocks == null ? new int[WIDTH] : block.clocks.clone();
                clocks[slot] = epoch.clock();
                return new Block(null, clocks);
            }
            @Nullable
            Block[] children = block == null || block.children == null ? new Block[WIDTH] : block.children.clone();
            children[slot] = raise(children[slot], level - 1, epoch);
            return new Block(children, null);
        }

        static Block join(Block left, Block right, int level) {
            if (left == right) {
                return left;
            }
            return level == 0 ? joinLeaves(left, right) : joinInner(left, right, level);
        }

        private static Block joinLeaves(Block left, Block right) {
            boolean leftWins = true;
            boolean rightWins = true;
            for (int slot = 0; slot < WIDTH; slot++) {
                leftWins &= left.clock(slot) >= right.clock(slot);
                rightWins &= right.clock(slot) >= left.clock(slot);
            }
            if (leftWins || rightWins) {
                return leftWins ? left : right;
            }
            int[] clocks = new int[WIDTH];
            for (int slot = 0; slot < WIDTH; slot++) {
                clocks[slot] = Math.max(left.clock(slot), right.clock(slot));
            }
            return new Block(null, clocks);
        }

        private static Block joinInner(Block left, Block right, int level) {
            @Nullable Block[] children = new Block[WIDTH];
            boolean leftWins = true;
            boolean rightWins = true;
            for (int slot = 0; slot < WIDTH; slot++) {
                Block mine = left.child(slot);
                Block theirs = right.child(slot);
                Block joined = mine == null ? theirs : theirs == null ? mine : join(mine, theirs, level - 1);
                children[slot] = joined;
                leftWins &= joined == mine;
                rightWins &= joined == theirs;
            }
            if (leftWins || rightWins) {
                return leftWins ? left : right;
            }
            return new Block(children, null);
        }
    }
}
