package io.github.sammaven.core.deploy.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.EventPage;
import io.github.sammaven.core.aws.OperationFailure;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackHistory;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.SamException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTrailTest {

    /** Pages by offset from the newest, as bad as a service can make it: news shift what is on later pages. */
    private static class Listing implements StackHistory {
        private final List<StackEvent> newestFirst = new ArrayList<>();
        private int pageSize = 100;
        private int failAfter = Integer.MAX_VALUE;
        private boolean tokensExpire;
        private Runnable betweenPages = () -> {};
        private int calls;

        void happens(String id) {
            newestFirst.add(0, event(id));
        }

        @Override
        public EventPage events(String stackId, Optional<String> page) {
            calls++;
            if (failAfter-- == 0) {
                throw new TransientServiceException(new SamException("too many calls", "", null));
            }
            if (page.isPresent() && tokensExpire) {
                tokensExpire = false;
                throw new StackRefusedException(new SamException("token", "", null), "Token is expired");
            }
            int from = page.map(Integer::parseInt).orElse(0);
            int to = Math.min(newestFirst.size(), from + pageSize);
            List<StackEvent> events = List.copyOf(newestFirst.subList(Math.min(from, to), to));
            betweenPages.run();
            return new EventPage(events, to < newestFirst.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
        }

        @Override
        public List<OperationFailure> failuresOf(String operationId) {
            return List.of();
        }

        @Override
        public List<OperationFailure> failuresOf(ChangeSetId changeSet) {
            return List.of();
        }
    }

    private final Listing listing = new Listing();
    private final StackTrail all = new StackTrail(listing, "stack", () -> event -> false);

    private static StackEvent event(String id) {
        return new StackEvent(id, Instant.EPOCH, "Queue", "queue-1", "AWS::SQS::Queue", "CREATE_IN_PROGRESS", "");
    }

    private static List<String> ids(List<StackEvent> events) {
        return events.stream().map(StackEvent::id).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    @Test
    void handsOutEachEventOnceAndOldestFirst() {
        numbers(0, 250).forEach(listing::happens);

        assertThat(ids(all.read())).isEqualTo(numbers(0, 250));
        assertThat(all.read()).isEmpty();

        numbers(250, 300).forEach(listing::happens);
        assertThat(ids(all.read())).isEqualTo(numbers(250, 300));
    }

    @Test
    void asksForOnePageWhenTheOlderHalfOfItIsKnown() {
        numbers(0, 1000).forEach(listing::happens);
        all.read();
        int before = listing.calls;
        numbers(1000, 1040).forEach(listing::happens);

        assertThat(all.read()).hasSize(40);
        assertThat(listing.calls - before).isEqualTo(1);
    }

    @Test
    void goesOnAtThePageThatCouldNotBeHad() {
        numbers(0, 1000).forEach(listing::happens);
        listing.failAfter = 6;
        assertThatThrownBy(all::read).isInstanceOf(TransientServiceException.class);
        int before = listing.calls;

        assertThat(ids(all.read())).isEqualTo(numbers(0, 1000));
        assertThat(listing.calls - before).isEqualTo(4);
    }

    @Test
    void beginsAgainWhenTheTokenHasExpired() {
        numbers(0, 300).forEach(listing::happens);
        listing.tokensExpire = true;

        assertThat(ids(all.read())).isEqualTo(numbers(0, 300));
    }

    @Test
    void passesOnThatThereIsNoSuchStack() {
        StackHistory gone = new Listing() {
            @Override
            public EventPage events(String stackId, Optional<String> page) {
                throw new StackRefusedException(new SamException("gone", "", null), "Stack does not exist");
            }
        };

        assertThatThrownBy(() -> new StackTrail(gone, "stack", () -> event -> false).read())
                .isInstanceOf(StackRefusedException.class);
    }

    @Test
    void leavesOutWhatWasThereBeforeEvenWhenPagesGrow() {
        numbers(0, 30).forEach(listing::happens);
        listing.pageSize = 3;
        StackTrail fromHere = new StackTrail(listing, "stack", () -> event -> true);
        assertThat(fromHere.read()).isEmpty();
        numbers(30, 40).forEach(listing::happens);
        listing.pageSize = 100;

        assertThat(ids(fromHere.read())).isEqualTo(numbers(30, 40));
    }

    @Test
    void findsEventsThatShowLateBehindKnownOnes() {
        numbers(0, 200).forEach(listing::happens);
        all.read();
        listing.newestFirst.add(20, event("late"));

        assertThat(ids(all.read())).containsExactly("late");
        assertThat(all.read()).isEmpty();
    }

    @Test
    void losesNothingAndRepeatsNothingWhateverTheServiceDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Listing wild = new Listing();
        StackTrail trail = new StackTrail(wild, "stack", () -> event -> false);
        List<String> told = new ArrayList<>();
        int[] made = {0};
        wild.betweenPages = () -> IntStream.range(0, random.nextInt(4)).forEach(i -> wild.happens("e" + made[0]++));
        for (int round = 0; round < 400; round++) {
            wild.pageSize = 20 + random.nextInt(80);
            wild.tokensExpire = random.nextInt(5) == 0;
            wild.failAfter = random.nextInt(3) == 0 ? random.nextInt(3) : Integer.MAX_VALUE;
            IntStream.range(0, random.nextInt(60)).forEach(i -> wild.happens("e" + made[0]++));
            if (wild.newestFirst.size() > 10) {
                // Of equal times the service may list any first.
                Collections.swap(wild.newestFirst, random.nextInt(5), random.nextInt(8));
                wild.newestFirst.add(random.nextInt(8), event("late" + round));
                wild.newestFirst.add(random.nextInt(4), wild.newestFirst.get(random.nextInt(4)));
            }
            try {
                told.addAll(ids(trail.read()));
            } catch (TransientServiceException again) {
                assertThat(again).hasMessageContaining("too many calls");
            }
        }
        wild.failAfter = Integer.MAX_VALUE;
        wild.betweenPages = () -> {};
        // The first ends a reading that was cut short, whose newest page is old by now.
        told.addAll(ids(trail.read()));
        told.addAll(ids(trail.read()));

        assertThat(told).as("seed " + seed).doesNotHaveDuplicates();
        assertThat(told)
                .as("seed " + seed)
                .containsExactlyInAnyOrderElementsOf(
                        ids(wild.newestFirst).stream().distinct().toList());
    }
}
