package io.github.sammaven.plugin.config;

import io.github.sammaven.core.local.invoke.EventText;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.File;
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

    /** The event; {@code {}} if neither is given. */
    public EventText read(@Nullable String textOrPath, @Nullable File file) {
        if (textOrPath != null && file != null) {
            throw new InvalidOptionException("an event is given as text and as a file", "give one of them");
        }
        if (file != null) {
            return ofFile(file.toPath());
        }
        if (textOrPath == null) {
            return EventText.EMPTY;
        }
        return isFile(textOrPath) ? ofFile(Path.of(textOrPath)) : EventText.of(textOrPath, "event");
    }

    private EventText ofFile(Path path) {
        return EventText.ofFile(basedir.resolve(path), path.toString());
    }

    private boolean isFile(String text) {
        try {
            return Files.isRegularFile(basedir.resolve(text));
        } catch (InvalidPathException jsonText) {
            return false;
        }
    }
}
