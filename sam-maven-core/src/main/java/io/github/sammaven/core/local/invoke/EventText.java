package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * An event a person gave, known to be JSON. Its bytes go to the function as they were written.
 *
 * @param text the JSON text
 */
public record EventText(String text) {

    /** What a function gets when no event is given. */
    public static final EventText EMPTY = new EventText("{}");

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * @param shownAs how messages name where the text comes from: a file or an option
     * @throws InvalidOptionException with line and column if it is not JSON
     */
    public static EventText of(String text, String shownAs) {
        try (JsonParser parser = JSON.createParser(text)) {
            boolean any = false;
            while (parser.nextToken() != null) {
                any = true;
            }
            if (!any) {
                throw new InvalidOptionException(List.of(
                        Problem.error(SourceMark.ofFile(shownAs), "the event is empty", "give JSON, such as {}")));
            }
            return new EventText(text);
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            throw new InvalidOptionException(List.of(Problem.error(
                    new SourceMark(shownAs, place.getLineNr(), place.getColumnNr()),
                    "the event is not JSON: " + broken.getOriginalMessage(),
                    "text alone is a JSON string and needs double quotes")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * @param shownAs how messages name the file
     * @throws InvalidOptionException if it is absent, unreadable or not JSON
     */
    public static EventText ofFile(Path file, String shownAs) {
        try {
            return of(Files.readString(file), shownAs);
        } catch (NoSuchFileException absent) {
            throw new InvalidOptionException(List.of(Problem.error(
                    SourceMark.ofFile(shownAs),
                    "there is no such event file",
                    "paths count from the module's folder")));
        } catch (IOException unreadable) {
            throw new InvalidOptionException(List.of(Problem.error(
                    SourceMark.ofFile(shownAs), "the event cannot be read: " + unreadable.getMessage(), "")));
        }
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
