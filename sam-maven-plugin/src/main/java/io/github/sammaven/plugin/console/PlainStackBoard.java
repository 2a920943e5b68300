package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.apache.maven.plugin.logging.Log;

/** One line for each state a resource comes into, and one for each 10 s of waiting. */
final class PlainStackBoard implements StackBoard {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Log log;
    private final boolean colours;
    private final InstantSource clock;
    private final Ticker ticker;
    private ResourceRows rows = new ResourceRows();
    private boolean stopped;
    private Instant lastLine = Instant.MIN;

    /** @param colours whether states have colours */
    PlainStackBoard(Log log, boolean colours, InstantSource clock, Ticker ticker) {
        this.log = log;
        this.colours = colours;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public synchronized void expect(ChangeSetReady changes) {
        rows = new ResourceRows();
    }

    @Override
    public synchronized void show(StackProgress progress) {
        if (stopped) {
            return;
        }
        ticker.start(this::tick);
        if (rows.add(progress, clock.instant()) && !StackLines.repeatsParent(progress)) {
            line(StackLines.line(progress, colours));
        }
    }

    @Override
    public synchronized void end(StackEnded ended) {
        ticker.stop();
        StackLines.summary(ended).ifPresent(this::line);
        rows = new ResourceRows();
    }

    @Override
    public void stop() {
        ticker.stop();
        synchronized (this) {
            stopped = true;
        }
    }

    private void line(String text) {
        log.info(text);
        lastLine = clock.instant();
    }

    /** Called once a second. */
    synchronized void tick() {
        Instant now = clock.instant();
        Collection<ResourceRows.Row> moving = rows.moving();
        if (!stopped && !moving.isEmpty() && Duration.between(lastLine, now).compareTo(SILENCE) >= 0) {
            ResourceRows.Row oldest = moving.iterator().next();
            line("still waiting for " + oldest.progress().logicalId() + " (" + Units.time(oldest.age(now)) + ")"
                    + (moving.size() > 1 ? " and " + (moving.size() - 1) + " more" : ""));
        }
    }
}
