package io.github.sammaven.plugin.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** An event for something that is deployed, given as {@link EventOption} has it; it need not be JSON. */
public final class EventText {

    private final Path basedir;
    private final InputStream input;

    /**
     * @param basedir what relative paths count from
     * @param input the standard input
     */
    public EventText(Path basedir, InputStream input) {
        this.basedir = basedir;
        this.input = input;
    }

    /** Empty if neither is given. */
    public Optional<String> read(Optional<String> textOrPath, Optional<String> file) {
        if (textOrPath.isPresent() && file.isPresent()) {
            throw new InvalidOptionException("an event is given as text and as a file", "give one of them");
        }
        return file.map(path -> isInput(path) ? ofInput() : ofFile(basedir.resolve(path), path))
                .or(() -> textOrPath.map(this::ofText));
    }

    private String ofText(String text) {
        if (isInput(text)) {
            return ofInput();
        }
        try {
            Path path = basedir.resolve(text);
            return Files.isRegularFile(path) ? ofFile(path, text) : text;
        } catch (InvalidPathException noPath) {
            return text;
        }
    }

    private static boolean isInput(String text) {
        return text.strip().equals(EventOption.STANDARD_INPUT);
    }

    private String ofInput() {
        try {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new SamException("the standard input cannot be read", "give the event as a file", failed);
        }
    }

    private static String ofFile(Path path, String shown) {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new InvalidOptionException(
                    "the event file " + shown + " cannot be read as UTF-8 text",
                    "check the path; a relative one counts from the folder of the module");
        }
    }
}
