package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FunctionPoolTest {

    private static final LocalFunction HELLO = ScriptedRunner.function("Hello");

    private final List<String> lines = new ArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    private FunctionPool pool(ScriptedRunner runner, WarmMode warm, int min, int max) {
        return FunctionPool.open(HELLO, runner, new CallByCallLogs(lines::add), new PoolOptions(warm, min, max));
    }

    private static Invocation event(String text) {
        return Invocation.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] numberOf(ScriptedRunner.Environment environment) {
        return Integer.toString(environment.number).getBytes(StandardCharsets.UTF_8);
    }

    private String answer(FunctionPool pool) {
        return pool.invoke(event("{}")).payloadText();
    }

    @Test
    void keepsAnEnvironmentWarm() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> numberOf(environment));
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 2)) {
            assertThat(runner.events).isEmpty();
            assertThat(List.of(answer(pool), answer(pool))).containsExactly("1", "1");
        }
        assertThat(runner.events).containsExactly("start 1", "close 1");
    }

    @Test
    void makesANewEnvironmentForEveryCallWithoutWarming() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> numberOf(environment));
        try (FunctionPool pool = pool(runner, WarmMode.NONE, 1, 2)) {
            assertThat(List.of(answer(pool), answer(pool))).containsExactly("1", "2");
        }
        assertThat(runner.events).containsExactly("start 1", "close 1", "start 2", "close 2");
    }

    @Test
    void makesEnvironmentsAheadWhenEager() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> numberOf(environment));
        try (FunctionPool pool = pool(runner, WarmMode.EAGER, 2, 4)) {
            assertThat(runner.events).containsExactly("start 1", "start 2");
            assertThat(List.of(answer(pool), answer(pool))).containsExactly("2", "2");
        }
    }

    @Test
    void callersWaitInTurnWhenAllAreBusy() throws Exception {
        Semaphore goOn = new Semaphore(0);
        Semaphore begun = new Semaphore(0);
        List<String> order = new ArrayList<>();
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            order.add(new String(invocation.payload(), StandardCharsets.UTF_8));
            begun.release();
            goOn.acquire();
            return invocation.payload();
        });
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 1)) {
            List<Future<InvocationResult>> calls = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String name = Integer.toString(i);
                CompletableFuture<Thread> thread = new CompletableFuture<>();
                calls.add(callers.submit(() -> {
                    thread.complete(Thread.currentThread());
                    return pool.invoke(event(name));
                }));
                threads.add(thread.get());
                if (i == 0) {
                    begun.acquire();
                } else {
                    awaitParked(threads.get(i));
                }
            }
            goOn.release(5);
            for (Future<InvocationResult> call : calls) {
                call.get();
            }
        }
        assertThat(order).containsExactly("0", "1", "2", "3", "4");
        assertThat(runner.events).containsExactly("start 1", "close 1");
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void waitEndsWhenInterrupted() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            begun.countDown();
            goOn.await();
            return invocation.payload();
        });
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 1)) {
            Future<InvocationResult> busy = callers.submit(() -> pool.invoke(event("1")));
            begun.await();
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                try {
                    pool.invoke(event("2"));
                } catch (SamException e) {
                    outcome.complete(e);
                }
            });
            waiting.start();
            awaitParked(waiting);
            waiting.interrupt();
            assertThat(outcome.get()).hasMessageContaining("Hello: the wait for an environment was interrupted");
            goOn.countDown();
            assertThat(busy.get().payloadText()).isEqualTo("1");
            assertThat(pool.invoke(event("3")).payloadText()).isEqualTo("3");
        }
    }

    @Test
    void lastUsedIsFirstReused() throws Exception {
        CountDownLatch bothBusy = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            bothBusy.countDown();
            bothBusy.await();
            if (environment.number == 1) {
                goOn.await();
            }
            return numberOf(environment);
        });
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 2)) {
            Future<String> first = callers.submit(() -> answer(pool));
            Future<String> second = callers.submit(() -> answer(pool));
            while (!first.isDone() && !second.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(answer(pool)).isEqualTo("2");
            goOn.countDown();
            first.get();
            second.get();
            assertThat(List.of(answer(pool), answer(pool))).containsExactly("1", "1");
        }
    }

    @Test
    void replacesAnEnvironmentThatFails() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            if (environment.number == 1) {
                throw new IllegalStateException("broken");
            }
            return numberOf(environment);
        });
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 1)) {
            assertThatThrownBy(() -> answer(pool)).hasMessage("broken");
            assertThat(answer(pool)).isEqualTo("2");
        }
        assertThat(runner.events).containsExactly("start 1", "close 1", "start 2", "close 2");
    }

    @Test
    void newCodeTakesOverBetweenCalls() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            if (environment.number == 1) {
                busy.countDown();
                goOn.await();
            }
            return environment.function.name().getBytes(StandardCharsets.UTF_8);
        });
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 4)) {
            Future<String> old = callers.submit(() -> answer(pool));
            busy.await();
            assertThat(answer(pool)).isEqualTo("Hello");
            pool.replace(ScriptedRunner.function("Changed"));
            assertThat(runner.events).containsExactly("start 1", "start 2", "close 2");
            assertThat(answer(pool)).isEqualTo("Changed");
            goOn.countDown();
            assertThat(old.get()).isEqualTo("Hello");
            assertThat(runner.events).containsExactly("start 1", "start 2", "close 2", "start 3", "close 1");
            assertThat(answer(pool)).isEqualTo("Changed");
        }
    }

    @Test
    void eagerPoolIsWarmAgainAfterAChange() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> numberOf(environment));
        try (FunctionPool pool = pool(runner, WarmMode.EAGER, 1, 4)) {
            pool.replace(HELLO);
            assertThat(runner.events).containsExactly("start 1", "close 1", "start 2");
        }
    }

    @Test
    void closedPoolRefusesCallsAndThoseThatWait() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            begun.countDown();
            goOn.await();
            return invocation.payload();
        });
        FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 1);
        Future<InvocationResult> busy = callers.submit(() -> pool.invoke(event("1")));
        begun.await();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<InvocationResult> waiting = callers.submit(() -> {
            thread.complete(Thread.currentThread());
            return pool.invoke(event("2"));
        });
        awaitParked(thread.get());
        pool.close();
        goOn.countDown();
        busy.get();
        assertThatThrownBy(waiting::get).hasMessageContaining("Hello is no longer served");
        assertThatThrownBy(() -> answer(pool)).hasMessageContaining("Hello is no longer served");
        assertThat(runner.events).doesNotContain("start 2");
    }

    @Test
    void retiredPoolLetsCallsEnd() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            begun.countDown();
            goOn.await();
            return invocation.payload();
        });
        FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 2);
        Future<InvocationResult> busy = callers.submit(() -> pool.invoke(event("1")));
        begun.await();
        pool.retire();
        assertThat(runner.events).containsExactly("start 1");
        assertThatThrownBy(() -> answer(pool)).hasMessageContaining("Hello is no longer served");
        goOn.countDown();
        assertThat(busy.get().payloadText()).isEqualTo("1");
        assertThat(runner.events).containsExactly("start 1", "close 1");
    }

    @Test
    void tooLargeEventDoesNotCostAnEnvironment() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> numberOf(environment));
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 1)) {
            assertThatThrownBy(() -> pool.invoke(Invocation.of(new byte[PayloadGuard.MAX_REQUEST_BYTES + 1])))
                    .isInstanceOf(InvalidOptionException.class);
        }
        assertThat(runner.events).isEmpty();
    }

    @Test
    void callerGetsTheLinesOfItsCallAlone() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            environment.log.line("at work on " + new String(invocation.payload(), StandardCharsets.UTF_8));
            return invocation.payload();
        });
        List<String> own = new ArrayList<>();
        try (FunctionPool pool = pool(runner, WarmMode.LAZY, 1, 1)) {
            pool.invoke(event("1"));
            pool.invoke(event("2"), Optional.empty(), own::add);
        }
        assertThat(own).containsExactly("at work on 2");
        assertThat(lines).containsExactly("at work on 1", "at work on 2");
    }

    @Test
    void refusesNumbersThatContradictEachOther() {
        assertThatThrownBy(() -> new PoolOptions(WarmMode.LAZY, 3, 2))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("a function cannot have 3 to 2 environments");
    }
}
