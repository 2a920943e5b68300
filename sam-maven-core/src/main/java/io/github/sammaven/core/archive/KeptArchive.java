package io.github.sammaven.core.archive;

import java.nio.file.Path;

/**
 * An archive on this machine.
 *
 * @param file where it is
 * @param bytes its size
 * @param sha256 hex, of its bytes
 */
public record KeptArchive(Path file, long bytes, String sha256) {}
