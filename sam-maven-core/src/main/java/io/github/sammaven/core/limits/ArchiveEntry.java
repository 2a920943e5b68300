package io.github.sammaven.core.limits;

/**
 * A file in an archive of code.
 *
 * @param name its path in the archive
 * @param size bytes, unzipped
 */
public record ArchiveEntry(String name, long size) {}
