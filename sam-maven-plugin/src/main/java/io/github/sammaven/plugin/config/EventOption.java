package io.github.sammaven.plugin.config;

import io.github.sammaven.core.local.invoke.EventInput;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An event given as text, as a path in the place of text, on the standard input, or as a file. */
public final class EventOption {

    /** Stands for the standard input, as in SAM CLI. */
    public static final String STANDARD_INPUT = "-";

    private final Path basedir;
    private final InputStream input;

    /**
     * @param basedir what relative paths count from
     * @param input the standard input, read to its end for {@value #STANDARD_INPUT}
     */
    public EventOption(Path basedir, InputStream input) {
        this.basedir = basedir;
        this.input = input;
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
        if (textOrPath.strip().equals(STANDARD_INPUT)) {
            return ofInput();
        }
        return isFile(textOrPath)
                ? ofFile(Path.of(textOrPath))
                : EventInput.checked(textOrPath.getBytes(StandardCharsets.UTF_8), "event");
    }

    private byte[] ofInput() {
        try {
            return EventInput.checked(input.readAllBytes(), "standard input");
        } catch (IOException e) {
            throw new SamException("The standard input cannot be read", "Give the event as a file", e);
        }
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
