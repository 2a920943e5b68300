package io.github.sammaven.core.build.image;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes on what a build prints, and tells from it where and why the build failed. */
final class BuildLog implements Consumer<String> {

    private static final int LAST_LINES = 15;
    private static final Pattern STEP = Pattern.compile("Step (\\d+)/\\d+ : .*");
    private static final Pattern PARSE_ERROR = Pattern.compile(".*parse error (?:on )?line (\\d+).*");

    private final String functionId;
    private final EventSink events;
    private final Deque<String> last = new ArrayDeque<>();
    private int step;

    BuildLog(String functionId, EventSink events) {
        this.functionId = functionId;
        this.events = events;
    }

    @Override
    public void accept(String line) {
        Matcher begins = STEP.matcher(line);
        if (begins.matches()) {
            step = Integer.parseInt(begins.group(1));
        }
        last.add(line);
        if (last.size() > LAST_LINES) {
            last.remove();
        }
        events.accept(new Note(functionId + ": " + line));
    }

    /**
     * @param refusal of the engine
     * @param shown the Dockerfile as it is named in messages
     */
    SamException failure(SamException refusal, Path dockerfile, String shown) {
        Problem said = refusal.problems().get(0);
        String message = functionId + ": its image cannot be built. " + said.message();
        String wayOut = last.isEmpty() ? said.suggestion() : String.join("\n", last);
        return new SamException(Problem.error(mark(said.message(), dockerfile, shown), message, wayOut), refusal);
    }

    private SourceMark mark(String message, Path dockerfile, String shown) {
        Matcher parseError = PARSE_ERROR.matcher(message);
        if (parseError.matches()) {
            return new SourceMark(shown, Integer.parseInt(parseError.group(1)), 1);
        }
        OptionalInt line = lineOfStep(dockerfile);
        return line.isPresent() ? new SourceMark(shown, line.getAsInt(), 1) : SourceMark.NONE;
    }

    private OptionalInt lineOfStep(Path dockerfile) {
        try {
            return step == 0 ? OptionalInt.empty() : Dockerfile.read(dockerfile).lineOfStep(step);
        } catch (IOException e) {
            // The engine's words matter more than the line.
            return OptionalInt.empty();
        }
    }
}
