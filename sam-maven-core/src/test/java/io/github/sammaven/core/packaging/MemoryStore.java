package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** Remembers keys, and what is below them. */
class MemoryStore implements ArtifactStore {

    private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();

    SortedSet<String> keys() {
        return new TreeSet<>(objects.keySet());
    }

    /** Keys in the order in which they were written, as often as they were. */
    List<String> written() {
        return List.copyOf(written);
    }

    /** The object a location in a template names, as text. */
    String text(String location) {
        String key = location.substring(location.lastIndexOf('/') + 1);
        return new String(objects.get(key), StandardCharsets.UTF_8);
    }

    @Override
    public String bucket() {
        return "memory";
    }

    @Override
    public boolean contains(String key) {
        return objects.containsKey(key);
    }

    @Override
    public Optional<String> put(String key, Path file) {
        try {
            objects.put(key, Files.readAllBytes(file));
            written.add(key);
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public URI url(String key) {
        return URI.create("https://memory.invalid/" + key);
    }
}
