package dev.photofinish.overhead;

/** Two JVMs that ran one after the other, or at once and in turn: without the agent, and with what the row says. */
record Pair(Sample plain, Sample with) {}
