package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.RuntimeLink.State;
import java.time.Duration;
import java.util.Optional;

/** The wait for an environment to be ready for its first event. */
final class InitPhase {

    /** The time Lambda gives the init phase. */
    private static final Duration ON_DEMAND = Duration.ofSeconds(10);

    /** The time Lambda gives it before a snapshot, if the function's timeout is not longer. */
    private static final Duration BEFORE_SNAPSHOT = Duration.ofSeconds(130);

    /** The time Lambda gives the hooks after a restoration. */
    private static final Duration RESTORE = Duration.ofSeconds(10);

    /** Lambda's longest timeout: a longer one leaves time to a person at a debugger, in the init phase too. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(900);

    private final LocalFunction function;
    private final PlatformLog platform;

    InitPhase(LocalFunction function, PlatformLog platform) {
        this.function = function;
        this.platform = platform;
    }

    /** Waits for the init phase that began when the environment was made. */
    InitOutcome await(EnvironmentLife life) throws InterruptedException {
        Duration budget = budget();
        Duration left = budget.minusNanos(life.link().nanosSinceStart());
        Optional<State> reached = Deadline.in(left.isNegative() ? Duration.ZERO : left)
                .await(life.link().initialised());
        life.drain();
        if (reached.equals(Optional.of(State.READY))) {
            Duration took = Duration.ofNanos(life.link().initNanos());
            platform.initDone(took);
            return InitOutcome.initialised(took);
        }
        return reached.equals(Optional.of(State.SNAPSHOT)) ? restore(life) : failed(life, reached, "init", budget);
    }

    /** Waits for an initialisation within a call, and within its time. */
    InitOutcome awaitAgain(EnvironmentLife life, Deadline deadline) throws InterruptedException {
        Optional<State> reached = deadline.await(life.link().initialised());
        if (reached.equals(Optional.of(State.SNAPSHOT))) {
            life.link().restore();
            reached = deadline.await(life.link().restored());
        }
        life.drain();
        return reached.equals(Optional.of(State.READY))
                ? InitOutcome.WARM
                : failed(life, reached, "invoke", function.timeout());
    }

    private InitOutcome failed(EnvironmentLife life, Optional<State> reached, String phase, Duration budget)
            throws InterruptedException {
        boolean timedOut = reached.isEmpty();
        Duration took = timedOut ? budget : Duration.ofNanos(life.link().initNanos());
        Optional<String> errorType = Optional.empty();
        if (!timedOut) {
            if (life.link().fault().isEmpty()) {
                life.letRuntimeExit();
            }
            life.drain();
            errorType = Optional.of(life.failure("").type());
        }
        platform.initFailed(took, phase, errorType);
        return InitOutcome.failed(timedOut);
    }

    private InitOutcome restore(EnvironmentLife life) throws InterruptedException {
        platform.restoreStart(function.code() instanceof FunctionPackage.Zip zip ? zip.runtime() : "image");
        long started = System.nanoTime();
        life.link().restore();
        Optional<State> reached = Deadline.in(RESTORE).await(life.link().restored());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        boolean restored = reached.equals(Optional.of(State.READY));
        if (reached.isPresent() && !restored) {
            life.letRuntimeExit();
        }
        life.drain();
        platform.restoreDone(took, restored, reached.isEmpty());
        return restored ? InitOutcome.restored(took) : InitOutcome.notRestored(reached.isEmpty());
    }

    private Duration budget() {
        Duration timeout = function.timeout();
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            return timeout;
        }
        if (!function.snapStart()) {
            return ON_DEMAND;
        }
        return timeout.compareTo(BEFORE_SNAPSHOT) > 0 ? timeout : BEFORE_SNAPSHOT;
    }
}
