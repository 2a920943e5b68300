package io.github.sammaven.core.local.watch;

import java.util.Set;

/**
 * What a few files and folders hold.
 *
 * @param names of all files
 * @param hash of names and content
 */
record Fingerprint(Set<String> names, String hash) {

    Fingerprint {
        names = Set.copyOf(names);
    }

    boolean hasLostFilesOf(Fingerprint earlier) {
        return !names.containsAll(earlier.names);
    }
}
