package io.github.sammaven.core.container;

import java.nio.file.Path;

/** One thing in a build context. */
sealed interface ContextEntry {

    record Folder() implements ContextEntry {}

    /** @param executable whether its owner may run it; nothing else of its mode counts */
    record Content(Path file, boolean executable) implements ContextEntry {}

    /** A file that is only in the archive. */
    record Text(byte[] bytes) implements ContextEntry {}

    /** @param target as the link says it, with slashes */
    record Link(String target) implements ContextEntry {}
}
