package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A block at the end of the terminal that is drawn anew in place, at most ten times a second. While it is there, all that
 * is printed to standard output and standard error goes through it: the block makes way for whole lines. What failed is
 * printed as a line that stays.
 */
final class LiveStackBoard implements StackBoard {

    private static final int MOVING_SHOWN = 8;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final String ESCAPE = "\u001b[";

    /** Lines that are too long are cut by the terminal: where a line is wrapped, the block could not be found again. */
    private static final String CUT = ESCAPE + "?7l";

    private static final String WRAP = ESCAPE + "?7h";

    private final Log log;
    private final InstantSource clock;
    private final Ticker ticker;
    private final PrintStream terminal;
    private final StandardStreams streams;
    private ResourceRows rows = new ResourceRows();
    private @Nullable Instant begun;
    private Instant drawn = Instant.MIN;
    private int height;
    private boolean stopped;

    LiveStackBoard(Log log, InstantSource clock, Ticker ticker, PrintStream terminal, StandardStreams streams) {
        this.log = log;
        this.clock = clock;
        this.ticker = ticker;
        this.terminal = terminal;
        this.streams = streams;
    }

    @Override
    public synchronized void expect(ChangeSetReady changes) {
        rows = new ResourceRows();
        rows.expect(changes.changes().size());
    }

    @Override
    public void show(StackProgress progress) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            Instant now = clock.instant();
            if (begun == null) {
                begun = now;
                streams.lead(this::above);
                ticker.start(this::tick);
            }
            rows.add(progress, now);
        }
        if (progress.isFailure() && !StackLines.repeatsParent(progress)) {
            log.info(StackLines.line(progress, true));
        }
        tick();
    }

    @Override
    public void end(StackEnded ended) {
        ticker.stop();
        synchronized (this) {
            erase();
            terminal.flush();
            begun = null;
            drawn = Instant.MIN;
            rows = new ResourceRows();
        }
        // Not under the lock: who prints holds the stream and waits for the board.
        streams.restore();
        StackLines.summary(ended).ifPresent(log::info);
    }

    @Override
    public void stop() {
        ticker.stop();
        synchronized (this) {
            stopped = true;
            if (begun != null) {
                draw(clock.instant());
                begun = null;
                height = 0;
            }
        }
        streams.restore();
    }

    /** Draws the block, unless it was drawn just now. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (begun != null && Duration.between(drawn, now).compareTo(BETWEEN_DRAWINGS) >= 0) {
            draw(now);
        }
    }

    /** Lines of others. */
    private synchronized void above(byte[] lines) {
        if (begun == null) {
            terminal.write(lines, 0, lines.length);
            terminal.flush();
            return;
        }
        erase();
        terminal.write(lines, 0, lines.length);
        terminal.flush();
        tick();
    }

    private void erase() {
        if (height > 0) {
            print(ESCAPE + height + "A\r" + ESCAPE + "J");
            height = 0;
        }
    }

    private void draw(Instant now) {
        List<String> lines = lines(now);
        erase();
        print(CUT + String.join("\n", lines) + "\n" + WRAP);
        terminal.flush();
        height = lines.size();
        drawn = now;
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        terminal.write(bytes, 0, bytes.length);
    }

    private List<String> lines(Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(rows.rootName() + "  " + rows.counts() + "  " + Units.time(Duration.between(begun, now)));
        rows.ended().forEach(row -> lines.add(StackLines.row(row.progress(), "")));
        List<ResourceRows.Row> moving = List.copyOf(rows.moving());
        moving.stream()
                .limit(MOVING_SHOWN)
                .forEach(row -> lines.add(StackLines.row(row.progress(), Units.time(row.age(now)))));
        if (moving.size() > MOVING_SHOWN) {
            lines.add("  and " + (moving.size() - MOVING_SHOWN) + " more in progress");
        }
        return lines;
    }
}
