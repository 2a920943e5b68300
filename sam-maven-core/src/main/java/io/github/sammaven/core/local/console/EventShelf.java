package io.github.sammaven.core.local.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events to send to a function: samples that come with the page, and JSON files of the project. */
public final class EventShelf {

    private static final List<String> SAMPLES =
            List.of("empty", "http-api-get", "rest-api-post", "s3-object-created", "sqs-message", "schedule");
    private static final String ENDING = ".json";
    private static final String SAVED = "saved/";
    private static final int MOST_FILES = 200;

    private final Path folder;

    /** @param folder of saved events, which need not exist */
    public EventShelf(Path folder) {
        this.folder = folder;
    }

    /** The names of all events, samples first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(SAMPLES);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ENDING))
                        .sorted()
                        .limit(MOST_FILES)
                        .forEach(name -> names.add(SAVED + name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /** The text of one of {@link #names}; empty for any other name. */
    public Optional<String> text(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    name.startsWith(SAVED)
                            ? Files.readString(folder.resolve(name.substring(SAVED.length())))
                            : sample(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = EventShelf.class.getResourceAsStream("event/" + name + ENDING)) {
            if (in == null) {
                throw new IOException(name + ENDING + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
