package io.github.sammaven.core.build.jvm.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A folder or jar that classes are loaded from. */
sealed interface ClassContainer extends Closeable permits ClassFolder, ClassJar {

    /** As messages call it, such as {@code lib/util-1.0.jar}. */
    String place();

    /** Whether it is the function's own code and no library. */
    boolean own();

    /** The bytes of one class, looked up by name without a look at others. */
    Optional<byte[]> read(String internalName) throws IOException;

    /** Of all classes but those for later Java versions. */
    ClassFacts facts() throws IOException;

    /** A checksum of one class that is there, the same wherever the same class lies. */
    long checksum(String classFile) throws IOException;
}
