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
    private final InstantSource clock;
    private final Ticker ticker;
    private ResourceRows rows = new ResourceRows();
    private Instant lastLine = Instant.MIN;

    PlainStackBoard(Log log, InstantSource clock, Ticker ticker) {
        this.log = log;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public synchronized void expect(ChangeSetReady changes) {
        rows = new ResourceRows();
    }

    @Override
    public synchronized void show(StackProgress progress) {
        ticker.start(this::tick);
        if (rows.add(progress, clock.instant()) && !StackLines.repeatsParent(progress)) {
            line(StackLines.line(progress));
        }
    }

    @Override
    public synchronized void end(StackEnded ended) {
        ticker.stop();
        StackLines.summary(ended).ifPresent(this::line);
        rows = new ResourceRows();
    }

    private void line(String text) {
        log.info(text);
        lastLine = clock.instant();
    }

    /** Called once a second. */
    synchronized void tick() {
        Instant now = clock.instant();
        Collection<ResourceRows.Row> moving = rows.moving();
        if (!moving.isEmpty() && Duration.between(lastLine, now).compareTo(SILENCE) >= 0) {
            ResourceRows.Row oldest = moving.iterator().next();
            line("still waiting for " + oldest.progress().logicalId() + " (" + Units.time(oldest.age(now)) + ")"
                    + (moving.size() > 1 ? " and " + (moving.size() - 1) + " more" : ""));
        }
    }
}
