package io.github.sammaven.core.packaging.image;

import io.github.sammaven.core.container.BuildRequest;
import io.github.sammaven.core.container.ImageDetails;
import io.github.sammaven.core.container.ImageEngine;
import io.github.sammaven.core.container.PushFailedException;
import io.github.sammaven.core.container.RegistryLogin;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An engine that has the images it is given, and remembers what is done with them. */
final class RecordingEngine implements ImageEngine {

    final Map<String, String> idsByName = new HashMap<>();
    final List<String> done = new ArrayList<>();
    final List<RegistryLogin> logins = new ArrayList<>();

    /** What the next pushes fail with. */
    final Deque<String> failures = new ArrayDeque<>();

    List<String> inArchive = List.of();

    @Override
    public synchronized Optional<ImageDetails> find(String reference) {
        return Optional.ofNullable(idsByName.get(reference)).map(id -> new ImageDetails(id, "amd64", Set.of()));
    }

    @Override
    public String build(BuildRequest request, InputStream context, Consumer<String> output) {
        throw new AssertionError("nothing is built here");
    }

    @Override
    public synchronized List<String> load(InputStream archive) {
        done.add("load");
        return inArchive;
    }

    @Override
    public synchronized void tag(String imageId, String repository, String tag) {
        done.add("tag " + imageId + " " + repository + ":" + tag);
    }

    @Override
    public synchronized Optional<String> push(
            String repository, String tag, Optional<RegistryLogin> login, Consumer<String> progress) {
        done.add("push " + repository + ":" + tag);
        login.ifPresent(logins::add);
        if (!failures.isEmpty()) {
            throw new PushFailedException(repository + ":" + tag, failures.remove(), null);
        }
        progress.accept("Pushing: 1.0 of 2.0 MB");
        return Optional.of("sha256:pushed");
    }

    @Override
    public void close() {
        throw new AssertionError("whoever made it closes it");
    }
}
