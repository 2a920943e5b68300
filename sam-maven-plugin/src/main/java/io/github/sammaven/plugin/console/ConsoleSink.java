package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.ArtifactBuilt;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.RequestServed;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.ShiftProgress;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** Prints each event as one line, or a few for a change set, complete in itself. */
public final class ConsoleSink implements EventSink {

    private static final int NAME_WIDTH = 24;
    private static final int STATUS_WIDTH = 20;
    /** Of a terminal whose width nobody knows, less what Maven puts in front. */
    private static final int LINE_WIDTH = 100 - "[INFO] ".length();

    private static final Duration WORTH_TELLING = Duration.ofMillis(100);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Log log;
    private final StackBoard board;
    private volatile boolean silent;

    public ConsoleSink(Log log) {
        this(log, StackBoards.plain(log));
    }

    /** @param board shows stacks that change */
    public ConsoleSink(Log log, StackBoard board) {
        this.log = log;
        this.board = board;
    }

    /** Prints nothing from now on. */
    public void stop() {
        silent = true;
        board.stop();
    }

    @Override
    public synchronized void accept(SamEvent event) {
        if (silent) {
            return;
        }
        if (event instanceof Note note) {
            log.info(note.text());
        } else if (event instanceof Warning warning) {
            new ProblemLines(log).warning(warning.problem());
        } else if (event instanceof ArtifactBuilt artifact) {
            log.info(line(artifact));
        } else if (event instanceof ArtifactPackaged artifact) {
            log.info(line(artifact));
        } else if (event instanceof ChangeSetReady changes) {
            new ChangeLines(LINE_WIDTH).of(changes).forEach(log::info);
            board.expect(changes);
        } else if (event instanceof StackProgress progress) {
            board.show(progress);
        } else if (event instanceof StackEnded ended) {
            board.end(ended);
        } else if (event instanceof ShiftProgress shift) {
            log.info(new ShiftLines(InstantSource.system()).line(shift));
        } else if (event instanceof RequestServed request) {
            log.info(line(request));
        }
    }

    private static String line(ArtifactBuilt artifact) {
        return padded(artifact.id(), NAME_WIDTH)
                + "  " + padded(artifact.source(), STATUS_WIDTH)
                + "  " + (artifact.bytes() == 0 ? "" : Units.size(artifact.bytes()) + "  ")
                + switch (artifact.outcome()) {
                    case BUILT -> "built" + time(artifact.took());
                    case UNCHANGED -> "unchanged";
                    case AS_IS -> "taken as it is";
                };
    }

    /** What is done in no time is worth no word. */
    private static String time(Duration took) {
        return took.compareTo(WORTH_TELLING) > 0 ? " in " + Units.time(took) : "";
    }

    private static String line(ArtifactPackaged artifact) {
        return padded(String.join(", ", artifact.users()), NAME_WIDTH)
                + "  " + padded(artifact.source(), STATUS_WIDTH)
                + "  " + Units.size(artifact.archiveBytes())
                + (artifact.unzippedBytes() == 0 ? "" : "  " + Units.size(artifact.unzippedBytes()) + " unzipped")
                + "  " + outcome(artifact);
    }

    private static String outcome(ArtifactPackaged artifact) {
        return switch (artifact.outcome()) {
            case UPLOADED -> "uploaded" + time(artifact.took());
            case UNCHANGED -> "unchanged";
            case LOCAL -> "kept locally";
        };
    }

    private static String line(RequestServed request) {
        return TIME.format(request.at())
                + "  " + request.method() + " " + request.path()
                + "  " + request.status()
                + "  " + Units.fineTime(request.took())
                + "  in " + Units.kilobytes(request.bytesIn())
                + "  out " + Units.kilobytes(request.bytesOut())
                + share(request)
                + (request.detail().isEmpty() ? "" : "  " + request.detail());
    }

    /** Of the limit of Lambda; what is far from it is not worth a word. */
    private static String share(RequestServed request) {
        long percent = Math.round(request.eventShare() * 100);
        return percent == 0 ? "" : "  " + percent + " % of 6 MB";
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }
}
