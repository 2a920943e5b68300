package io.github.sammaven.core.local.watch;

import io.github.sammaven.core.report.Pauser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at code again and again. A change counts once two looks in a row see the same and every folder is there, so that
 * what is half written is never taken for code. If files are missing, many looks must agree: compilers remove all classes
 * and write the new ones seconds later. The time a file was written says nothing, its content does.
 */
public final class CodeWatcher implements AutoCloseable {

    /** Between two looks. */
    public static final Duration INTERVAL = Duration.ofMillis(200);

    /** What a listener at work gets to end. */
    private static final Duration END = Duration.ofSeconds(5);

    private static final int AGREEING_LOOKS = 2;

    /** Ten seconds. */
    private static final int AGREEING_LOOKS_AFTER_LOSS = 50;

    /** Looking takes at most this part of the time, however much there is to look at. */
    private static final int SHARE = 10;

    private final ContentReader content;
    private final Consumer<Set<String>> changes;
    private final Pauser pauser;
    private final Map<String, Set<Path>> watched = new LinkedHashMap<>();
    private final Map<String, Fingerprint> accepted = new HashMap<>();
    private final Map<String, Sight> seen = new HashMap<>();
    private final Thread thread = new Thread(this::run, "sam-code-watcher");

    /**
     * Begins with what is there now. Looks only after {@link #start}.
     *
     * @param watched files and folders by name of what they make up
     * @param buildFolder never looked into when it lies inside of a watched folder
     * @param changes receives the names of what has changed; no look is taken meanwhile
     */
    public CodeWatcher(Map<String, Set<Path>> watched, Path buildFolder, Consumer<Set<String>> changes, Pauser pauser) {
        this.content = new ContentReader(buildFolder);
        this.changes = changes;
        this.pauser = pauser;
        watch(watched);
    }

    /** Watches these instead; what was watched before keeps its state. To be called by the listener, or before the start. */
    public void watch(Map<String, Set<Path>> others) {
        watched.clear();
        watched.putAll(others);
        others.forEach((name, roots) -> {
            if (!accepted.containsKey(name)) {
                content.of(roots).ifPresent(now -> accepted.put(name, now));
            }
        });
    }

    /** Looks on a thread of its own until it is closed. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                look();
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                Duration rest = took.multipliedBy(SHARE - 1);
                pauser.pause(rest.compareTo(INTERVAL) > 0 ? rest : INTERVAL);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look. */
    void look() {
        Set<String> changed = new LinkedHashSet<>();
        watched.forEach((name, roots) -> {
            Sight sight = seen.getOrDefault(name, Sight.NONE).then(content.of(roots));
            seen.put(name, sight);
            if (counts(sight, Optional.ofNullable(accepted.get(name)))) {
                accepted.put(name, sight.content().orElseThrow());
                changed.add(name);
            }
        });
        if (!changed.isEmpty()) {
            changes.accept(changed);
        }
    }

    private static boolean counts(Sight sight, Optional<Fingerprint> before) {
        if (sight.content().isEmpty() || sight.content().equals(before)) {
            return false;
        }
        boolean lost = before.isPresent() && sight.content().get().hasLostFilesOf(before.get());
        return sight.looks() >= (lost ? AGREEING_LOOKS_AFTER_LOSS : AGREEING_LOOKS);
    }

    /**
     * What looks in a row have seen.
     *
     * @param content empty if something was not there
     * @param looks how many saw the same
     */
    private record Sight(Optional<Fingerprint> content, int looks) {

        private static final Sight NONE = new Sight(Optional.empty(), 0);

        private Sight then(Optional<Fingerprint> now) {
            return new Sight(now, now.equals(content) ? looks + 1 : 1);
        }
    }

    /** Returns when no look and no listener is at work any more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
