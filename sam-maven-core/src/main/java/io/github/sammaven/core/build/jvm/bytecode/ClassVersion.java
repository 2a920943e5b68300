package io.github.sammaven.core.build.jvm.bytecode;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * For which Java a class is compiled, from the first eight bytes of its file.
 *
 * @param className as in source code
 * @param java the first Java version that loads it, 17 for class file version 61
 * @param preview whether it uses preview features of exactly that version
 */
record ClassVersion(String className, int java, boolean preview) {

    /** How many bytes of a class file tell its version. */
    static final int HEADER_BYTES = 8;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int BEFORE_JAVA_1 = 44;
    private static final int PREVIEW = 0xFFFF;

    /** Empty if it is no class file. */
    static Optional<ClassVersion> of(String classFile, byte[] header) {
        if (header.length < HEADER_BYTES || ByteBuffer.wrap(header).getInt() != MAGIC) {
            return Optional.empty();
        }
        int minor = Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(Integer.BYTES));
        int major = Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(Integer.BYTES + Short.BYTES));
        String name = classFile.substring(0, classFile.length() - ".class".length());
        return Optional.of(new ClassVersion(name.replace('/', '.'), major - BEFORE_JAVA_1, minor == PREVIEW));
    }
}
