package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.ArtifactStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Remembers keys. */
class MemoryStore implements ArtifactStore {

    private final ConcurrentSkipListSet<String> keys = new ConcurrentSkipListSet<>();

    SortedSet<String> keys() {
        return new TreeSet<>(keys);
    }

    @Override
    public String bucket() {
        return "memory";
    }

    @Override
    public boolean contains(String key) {
        return keys.contains(key);
    }

    @Override
    public Optional<String> put(String key, Path file) {
        keys.add(key);
        return Optional.empty();
    }

    @Override
    public URI url(String key) {
        return URI.create("https://memory.invalid/" + key);
    }
}
