package io.github.sammaven.core.operate.trace;

import io.github.sammaven.core.aws.TraceRecord;
import io.github.sammaven.core.aws.TraceSummaries;
import io.github.sammaven.core.aws.Traces;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads traces, five at a time. One whose parts have not all come is left for later; one that has more parts than when it
 * was told is told again.
 */
public final class TraceReader {

    /** The most that one call covers. */
    private static final Duration DAY = Duration.ofHours(24);
    /** The most that one graph covers. */
    private static final Duration LONGEST_GRAPH = Duration.ofHours(6);
    /** Traces are complete after a while; so far back each poll looks. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration SLOWEST_POLL = Duration.ofSeconds(32);
    private static final int ATTEMPTS = 6;

    private final Traces traces;
    private final EventSink events;
    private final Pauser pauser;
    private final InstantSource clock;

    public TraceReader(Traces traces, EventSink events, Pauser pauser, InstantSource clock) {
        this.traces = traces;
        this.events = events;
        this.pauser = pauser;
        this.clock = clock;
    }

    /**
     * Tells the traces that are there.
     *
     * @throws io.github.sammaven.core.problem.SamException if they cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public void read(TraceRequest request, Consumer<TraceRecord> each) throws InterruptedException {
        ToldTraces told = new ToldTraces();
        if (!request.ids().isEmpty()) {
            tell(request.ids(), told, each);
            request.ids().stream()
                    .filter(id -> !told.knows(id))
                    .forEach(id -> warn("there is no trace " + id, "traces are kept for 30 days, in their region"));
            return;
        }
        int partial = pass(request, told, each);
        if (partial > 0) {
            warn(
                    partial + (partial == 1 ? " trace is" : " traces are") + " not complete yet",
                    "try again in a few seconds");
        }
    }

    /**
     * Who has called whom, around the services of the request, in its time or in its last six hours if it is longer: X-Ray tells no more at a
     * time. Empty if it may not be read, which is told as a warning.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public Optional<ServiceGraph> graph(TraceRequest request) throws InterruptedException {
        Instant earliest = request.to().minus(LONGEST_GRAPH);
        Instant from = request.from().isBefore(earliest) ? earliest : request.from();
        if (!from.isBefore(request.to())) {
            return Optional.empty();
        }
        try {
            ServiceGraph all =
                    new ServiceGraph(from, request.to(), patiently(() -> traces.serviceGraph(from, request.to())));
            return Optional.of(request.services().isEmpty() ? all : all.around(request.services()));
        } catch (SamException unreadable) {
            Problem why = unreadable.problems().get(0);
            warn(why.message(), why.suggestion());
            return Optional.empty();
        }
    }

    /** As {@link #read}, and then those that come, until the thread is interrupted or the JVM ends. */
    public void follow(TraceRequest request, Consumer<TraceRecord> each) throws InterruptedException {
        ToldTraces told = new ToldTraces();
        Instant from = request.from();
        Duration interval = POLL;
        while (true) {
            Instant now = clock.instant();
            try {
                pass(new TraceRequest(List.of(), from, now, request.services()), told, each);
                Instant back = now.minus(LOOK_BACK);
                from = back.isAfter(from) ? back : from;
                interval = POLL;
            } catch (TransientServiceException passing) {
                interval =
                        interval.multipliedBy(2).compareTo(SLOWEST_POLL) > 0 ? SLOWEST_POLL : interval.multipliedBy(2);
            }
            pauser.pause(interval);
        }
    }

    private int pass(TraceRequest request, ToldTraces told, Consumer<TraceRecord> each) throws InterruptedException {
        int partial = 0;
        List<Optional<String>> filters = request.services().isEmpty()
                ? List.of(Optional.empty())
                : request.filters().stream().map(Optional::of).toList();
        for (Instant from = request.from(); from.isBefore(request.to()); from = from.plus(DAY)) {
            Instant end = from.plus(DAY).isBefore(request.to()) ? from.plus(DAY) : request.to();
            for (Optional<String> filter : filters) {
                partial += span(from, end, filter, told, each);
            }
        }
        return partial;
    }

    private int span(Instant from, Instant to, Optional<String> filter, ToldTraces told, Consumer<TraceRecord> each)
            throws InterruptedException {
        int partial = 0;
        Optional<String> token = Optional.empty();
        do {
            Optional<String> asked = token;
            TraceSummaries page = patiently(() -> traces.summaries(from, to, filter, asked));
            tell(page.ids(), told, each);
            partial += page.partial();
            token = page.next();
        } while (token.isPresent());
        return partial;
    }

    private void tell(List<String> ids, ToldTraces told, Consumer<TraceRecord> each) throws InterruptedException {
        for (int i = 0; i < ids.size(); i += Traces.AT_A_TIME) {
            List<String> some = new ArrayList<>(ids.subList(i, Math.min(ids.size(), i + Traces.AT_A_TIME)));
            patiently(() -> traces.read(some)).stream().filter(told::isNews).forEach(each);
        }
    }

    private <T> T patiently(Supplier<T> call) throws InterruptedException {
        Duration wait = Duration.ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (TransientServiceException passing) {
                if (attempt == ATTEMPTS) {
                    throw passing;
                }
                pauser.pause(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private void warn(String message, String wayOut) {
        events.accept(new Warning(Problem.warning(SourceMark.NONE, message, wayOut)));
    }
}
