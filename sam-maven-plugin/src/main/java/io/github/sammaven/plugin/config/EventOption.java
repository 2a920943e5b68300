package io.github.sammaven.plugin.config;

import io.github.sammaven.core.local.invoke.EventInput;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An event given as text, as a path in the place of text, or as a file. */
public final class EventOption {

    private final Path basedir;

    /** @param basedir what relative paths count from */
    public EventOption(Path basedir) {
        this.basedir = basedir;
    }

    /** The event's JSON; {@code {}} if neither is given. */
    public byte[] read(@Nullable String textOrPath, @Nullable File file) {
        if (textOrPath != null && file != null) {
            throw new InvalidOptionException("an event is given as text and as a file", "give one of them");
        }
        if (file != null) {
            return ofFile(file.toPath());
        }
        if (textOrPath == null) {
            return EventInput.none();
        }
        return isFile(textOrPath)
                ? ofFile(Path.of(textOrPath))
                : EventInput.checked(textOrPath.getBytes(StandardCharsets.UTF_8), "event");
    }

    private byte[] ofFile(Path path) {
        return EventInput.ofFile(basedir.resolve(path), path.toString());
    }

    private boolean isFile(String text) {
        try {
            return Files.isRegularFile(basedir.resolve(text));
        } catch (InvalidPathException jsonText) {
            return false;
        }
    }
}
