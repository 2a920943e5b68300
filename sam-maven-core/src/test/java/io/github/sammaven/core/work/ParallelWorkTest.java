package io.github.sammaven.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelWorkTest {

    private static final int THREADS = 4;

    @Test
    void givesResultsInTheOrderOfTheTasks() {
        CountDownLatch secondDone = new CountDownLatch(1);
        List<Callable<String>> tasks = List.of(
                () -> {
                    secondDone.await();
                    return "first";
                },
                () -> {
                    secondDone.countDown();
                    return "second";
                });
        List<String> results = new ArrayList<>();

        new ParallelWork<>(tasks).run(results::add);

        assertThat(results).containsExactly("first", "second");
    }

    @Test
    void noMoreTasksAreUnderWayThanThreadsAreGiven() {
        AtomicInteger underWay = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        List<Callable<Integer>> tasks = new ArrayList<>();
        IntStream.range(0, 50)
                .forEach(number -> tasks.add(() -> {
                    int now = underWay.incrementAndGet();
                    underWay.decrementAndGet();
                    return now;
                }));

        new ParallelWork<>(tasks, 1).run(seen::add);

        assertThat(seen).hasSize(50).containsOnly(1);
    }

    @Test
    void failureCancelsTheRest() {
        CountDownLatch underWay = new CountDownLatch(THREADS);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        List<Callable<String>> tasks = new ArrayList<>();
        IntStream.range(0, 20)
                .forEach(number -> tasks.add(() -> {
                    started.incrementAndGet();
                    underWay.countDown();
                    underWay.await();
                    if (number == 2) {
                        throw new SamException("upload failed", "", null);
                    }
                    never.await();
                    return "done";
                }));
        List<String> results = new ArrayList<>();

        SamException failure =
                catchThrowableOfType(SamException.class, () -> new ParallelWork<>(tasks).run(results::add));

        assertThat(failure.problems()).extracting(Problem::message).containsExactly("upload failed");
        assertThat(started).hasValue(THREADS);
        assertThat(results).isEmpty();
    }

    @Test
    void reportsAllFailuresThatWereUnderWay() {
        CyclicBarrier together = new CyclicBarrier(3);
        List<Callable<String>> tasks = new ArrayList<>();
        for (String message : List.of("b failed", "a failed", "a failed")) {
            tasks.add(() -> {
                together.await();
                throw new SamException(message, "", null);
            });
        }

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> new ParallelWork<>(tasks).run(result -> {}))
                .satisfies(failure -> assertThat(failure.problems())
                        .extracting(Problem::message)
                        .containsExactly("a failed", "b failed"));
    }

    @Test
    void interruptionOfTheCallerReachesTheTasksAndKeepsItsFlag() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        List<Callable<String>> tasks = List.of(() -> {
            caller.interrupt();
            try {
                never.await();
                return "done";
            } catch (InterruptedException expected) {
                interrupted.incrementAndGet();
                throw expected;
            }
        });

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> new ParallelWork<>(tasks).run(result -> {}))
                .withMessage("the work was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted).hasValue(1);
    }

    @Test
    void hasNothingToDoWithoutTasks() {
        List<String> results = new ArrayList<>();

        new ParallelWork<String>(List.of()).run(results::add);

        assertThat(results).isEmpty();
    }
}
