package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads an event and checks it before a function sees it: one JSON value, within the size Lambda takes. */
public final class EventInput {

    private static final byte[] NONE = "{}".getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory JSON = new JsonFactory();

    /** A larger file is not read to tell more about its size, bytes. */
    private static final long MOST_READ = 4L * PayloadGuard.MAX_REQUEST_BYTES;

    private EventInput() {}

    /** The event of a call that has none: an empty object. */
    public static byte[] none() {
        return NONE.clone();
    }

    /**
     * Reads a file.
     *
     * @param shown the path for messages
     * @throws InvalidOptionException if it is missing, too large or not JSON; with line and column
     */
    public static byte[] ofFile(Path file, String shown) {
        try {
            long size = Files.size(file);
            if (size > MOST_READ) {
                PayloadGuard.checkRequest(size);
            }
            return checked(Files.readAllBytes(file), shown);
        } catch (NoSuchFileException e) {
            throw new InvalidOptionException(
                    "The event file " + shown + " does not exist",
                    "Check the path; a relative one counts from the folder of the module");
        } catch (IOException e) {
            throw new SamException("The event file " + shown + " cannot be read", "Check its permissions", e);
        }
    }

    /**
     * Checks an event given as bytes, which are passed on as they are.
     *
     * @param shown where it comes from, for messages
     */
    public static byte[] checked(byte[] event, String shown) {
        EventSize.check(event);
        try (JsonParser parser = JSON.createParser(event)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw invalid(new SourceMark(shown, 1, 1), "the event is empty");
            }
            parser.skipChildren();
            JsonToken more = parser.nextToken();
            if (more != null) {
                throw invalid(mark(shown, parser.currentTokenLocation()), "there is more after the end of the event");
            }
        } catch (JsonProcessingException e) {
            throw invalid(mark(shown, e.getLocation()), firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw invalid(SourceMark.ofFile(shown), "it is not UTF-8 text");
        }
        return event;
    }

    private static InvalidOptionException invalid(SourceMark mark, String detail) {
        return new InvalidOptionException(
                List.of(Problem.error(mark, "The event is not valid JSON: " + detail, "An event is one JSON value")));
    }

    private static SourceMark mark(String shown, JsonLocation place) {
        return place == null ? SourceMark.ofFile(shown) : new SourceMark(shown, place.getLineNr(), place.getColumnNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
