package io.github.sammaven.core.deploy.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.VirtualTime;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollerTest {

    private static final Instant START = Instant.EPOCH;

    private final VirtualTime time = new VirtualTime(START);
    private final RecordedEvents events = new RecordedEvents();
    private final Poller poller = new Poller(Polling.standard(), time, time, events);
    private final AtomicInteger asked = new AtomicInteger();

    private static TransientServiceException tooManyCalls() {
        return new TransientServiceException(new SamException("too many calls", "", null));
    }

    @Test
    void doesNotPauseWhenTheAnswerIsThere() throws Exception {
        assertThat(poller.until(START, () -> Optional.of("yes"))).isEqualTo("yes");

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void goesOnForAsLongAsSomeQuestionsWork() throws Exception {
        int answered = poller.until(START.plus(Duration.ofHours(1)), () -> {
            if (asked.incrementAndGet() % 2 == 1) {
                throw tooManyCalls();
            }
            return Optional.of(asked.get()).filter(count -> count == 200);
        });

        assertThat(answered).isEqualTo(200);
        assertThat(events.of(Warning.class)).hasSize(100);
    }

    @Test
    void losesPatienceWhenNoQuestionWorks() {
        assertThatThrownBy(() -> poller.until(START.plus(Duration.ofHours(1)), () -> {
                    throw tooManyCalls();
                }))
                .isInstanceOf(TransientServiceException.class);

        assertThat(events.of(Warning.class)).hasSize(1);
        assertThat(Duration.between(START, time.instant())).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void asksALastTimeAtTheDeadline() {
        Instant deadline = START.plus(Duration.ofMillis(300));

        assertThatThrownBy(() -> poller.until(deadline, () -> {
                    asked.incrementAndGet();
                    return Optional.empty();
                }))
                .isInstanceOf(Poller.DeadlineException.class);

        assertThat(time.instant()).isEqualTo(deadline);
        assertThat(asked).hasValue(4);
    }
}
