package io.github.sammaven.core.operate.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.aws.LogEvents;
import io.github.sammaven.core.aws.LogPage;
import io.github.sammaven.core.aws.LogQuery;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time stands still but for the pauses. */
class LogFollowerTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final LogSource ORDERS = new LogSource("Orders", "orders", LogSource.Kind.FUNCTION);

    private final RecordedEvents events = new RecordedEvents();
    private final CollectedLines lines = new CollectedLines();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<LogQuery> queries = new ArrayList<>();
    private Instant now = START;

    /** A group whose events become visible some time after they happened. */
    private final TreeMap<Instant, List<LogEvent>> visible = new TreeMap<>();

    private void event(Instant happened, Duration late, String message) {
        visible.computeIfAbsent(happened.plus(late), none -> new ArrayList<>())
                .add(new LogEvent("s", happened.toEpochMilli(), message, 0, message));
    }

    private Optional<LogPage> page(LogQuery query, Optional<String> token) {
        queries.add(query);
        return Optional.of(new LogPage(
                visible.headMap(now, true).values().stream()
                        .flatMap(List::stream)
                        .filter(event -> event.timestamp() >= query.from().toEpochMilli())
                        .sorted(Comparator.comparingLong(LogEvent::timestamp))
                        .toList(),
                Optional.empty()));
    }

    private void follow(LogEvents logs, int polls) {
        Pauser pauser = pause -> {
            pauses.add(pause);
            now = now.plus(pause);
            if (pauses.size() >= polls) {
                throw new InterruptedException("enough");
            }
        };
        LogFollower follower = new LogFollower(logs, events, pauser, () -> now);
        LogRequest request = new LogRequest(List.of(ORDERS), Optional.empty(), START, Optional.empty());
        assertThatThrownBy(() -> follower.follow(request, lines)).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsMissedAndNothingToldTwiceWhateverComesLate(long seed) {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String message = "event " + i;
            event(START.plusMillis(random.nextInt(200_000)), Duration.ofMillis(random.nextInt(9_000)), message);
            expected.add("Orders " + message);
        }
        // Some come so late that only the deep look finds them.
        event(START.plusSeconds(60), Duration.ofSeconds(90), "very late");
        expected.add("Orders very late");
        follow(this::page, 240);
        assertThat(lines.messages).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lines.pauses).isEqualTo(240);
    }

    @Test
    void eventFromTheFutureDoesNotHideOthers() {
        event(START.plusSeconds(3600), Duration.ofSeconds(-3600), "future");
        event(START.plusSeconds(5), Duration.ZERO, "now");
        follow(this::page, 10);
        assertThat(lines.messages).containsExactlyInAnyOrder("Orders future", "Orders now");
    }

    @Test
    void silentGroupIsNotSearchedFromItsBeginningForEver() {
        follow(this::page, 3600);
        assertThat(queries.get(0).from()).isEqualTo(START);
        assertThat(queries.get(queries.size() - 1).from()).isAfter(START.plus(Duration.ofMinutes(40)));
    }

    @Test
    void pollsAreSlowerWhileThereAreTooManyCallsAndFasterAfterwards() {
        int[] calls = {0};
        event(START, Duration.ZERO, "here");
        follow(
                (query, token) -> {
                    if (++calls[0] <= 8) {
                        throw new TransientServiceException(new SamException("too many calls", "", null));
                    }
                    return page(query, token);
                },
                12);
        assertThat(lines.messages).containsExactly("Orders here");
        assertThat(pauses)
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 2L, 1L, 2L, 4L, 2L, 1L, 1L);
        assertThat(events.of(Warning.class))
                .extracting(warning -> warning.problem().toString())
                .containsExactly("too many calls\n    it is tried again until Ctrl-C");
    }

    @Test
    void groupThatAppearsLaterIsReadThen() {
        event(START.plusSeconds(3), Duration.ZERO, "first");
        follow((query, token) -> now.isBefore(START.plusSeconds(2)) ? Optional.empty() : page(query, token), 10);
        assertThat(lines.messages).containsExactly("Orders first");
        assertThat(events.of(Warning.class)).hasSize(1);
    }

    @Test
    void refusalEndsIt() {
        LogFollower follower = new LogFollower(
                (query, token) -> {
                    throw new SamException("not allowed", "", null);
                },
                events,
                pause -> {},
                () -> now);
        LogRequest request = new LogRequest(List.of(ORDERS), Optional.empty(), START, Optional.empty());
        assertThatThrownBy(() -> follower.follow(request, lines)).hasMessage("not allowed");
    }

    @Test
    void whatIsForgottenIsNotToldAgain() {
        SeenEvents seen = new SeenEvents(2);
        assertThat(seen.add("a", 1)).isTrue();
        assertThat(seen.add("b", 2)).isTrue();
        assertThat(seen.add("c", 3)).isTrue();
        assertThat(seen.add("a", 1)).isFalse();
        assertThat(seen.add("b", 2)).isFalse();
        assertThat(seen.add("d", 4)).isTrue();
    }
}
