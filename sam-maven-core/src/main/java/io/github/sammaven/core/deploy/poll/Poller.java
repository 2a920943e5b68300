package io.github.sammaven.core.deploy.poll;

import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks again and again until there is an answer. */
public final class Poller {

    private final Polling polling;
    private final Pauser pauser;
    private final InstantSource clock;
    private final EventSink sink;

    public Poller(Polling polling, Pauser pauser, InstantSource clock, EventSink sink) {
        this.polling = polling;
        this.pauser = pauser;
        this.clock = clock;
        this.sink = sink;
    }

    /** By the clock of this machine. */
    public Instant now() {
        return clock.instant();
    }

    /** Time is up. */
    public static final class DeadlineException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The first answer {@code question} gives. A question that fails for a reason that may pass is asked again; that is
     * told once for each time it happens anew.
     *
     * @throws DeadlineException if there is no answer at {@code deadline}
     * @throws TransientServiceException if it goes on failing for longer than patience lasts
     */
    public <T> T until(Instant deadline, Supplier<Optional<T>> question)
            throws InterruptedException, DeadlineException {
        return until(deadline, question, () -> Duration.ZERO);
    }

    /**
     * The same for a question that takes many calls.
     *
     * @param leastPause asked after each question how long to pause at least
     */
    public <T> T until(Instant deadline, Supplier<Optional<T>> question, Supplier<Duration> leastPause)
            throws InterruptedException, DeadlineException {
        Duration delay = polling.firstDelay();
        Instant failingSince = null;
        while (true) {
            try {
                Optional<T> answer = question.get();
                if (answer.isPresent()) {
                    return answer.get();
                }
                failingSince = null;
            } catch (TransientServiceException failure) {
                failingSince = failing(failingSince, failure);
            }
            Instant now = clock.instant();
            if (!now.isBefore(deadline)) {
                throw new DeadlineException();
            }
            pauser.pause(least(Duration.between(now, deadline), most(delay, leastPause.get())));
            delay = polling.after(delay);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Instant failing(@Nullable Instant since, TransientServiceException failure) {
        Instant now = clock.instant();
        if (since == null) {
            Problem problem = failure.problems().get(0);
            sink.accept(new Warning(Problem.warning(SourceMark.NONE, problem.message(), "trying again")));
            return now;
        }
        if (Duration.between(since, now).compareTo(polling.patience()) > 0) {
            throw failure;
        }
        return since;
    }
}
