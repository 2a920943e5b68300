package io.github.sammaven.core.local.container.docker;

import io.github.sammaven.core.function.Architecture;

/** Docker's names for what Lambda calls architectures. */
final class Platforms {

    private Platforms() {}

    static String of(Architecture architecture) {
        return architecture == Architecture.ARM64 ? "linux/arm64" : "linux/amd64";
    }
}
