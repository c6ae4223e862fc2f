package dev.photofinish.site;

/** How many bytes an instruction of the JVM has, its operands included (JVMS 6.5). */
final class InstructionSizes {
    /** Modifies the next instruction; ASM has no constant for it. */
    static final int WIDE = 196;

    /** One digit per instruction, by opcode; 0 for those whose size depends on their operands. */
    private static final String SIZES = "11111111111111112323322222111111111111111111111111"
            + "11112222211111111111111111111111111111111111111111"
            + "11111111111111111111111111111111311111111111111111"
            + "11133333333333333332001111113333333553231133110433"
            + "55";

    /** Of the opcodes there are. */
    static final int COUNT = SIZES.length();

    private InstructionSizes() {}

    /** The size of an instruction; 0 where it depends on the operands. */
    static int of(int opcode) {
        return SIZES.charAt(opcode) - '0';
    }
}
