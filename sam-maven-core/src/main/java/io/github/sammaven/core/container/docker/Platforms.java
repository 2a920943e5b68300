package io.github.sammaven.core.container.docker;

import io.github.sammaven.core.function.Architecture;

/** Docker's names for what Lambda calls architectures. */
public final class Platforms {

    private Platforms() {}

    /** {@code linux/amd64} or {@code linux/arm64}. */
    public static String of(Architecture architecture) {
        return architecture == Architecture.ARM64 ? "linux/arm64" : "linux/amd64";
    }
}
