package io.github.sammaven.core.local.invoke;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An environment with its place in a {@link FunctionPool} and its log. */
final class PooledEnvironment implements AutoCloseable {

    private final FunctionEnvironment environment;
    private final TappedLog log;
    private final int number;
    private final int generation;

    private PooledEnvironment(FunctionEnvironment environment, TappedLog log, int number, int generation) {
        this.environment = environment;
        this.log = log;
        this.number = number;
        this.generation = generation;
    }

    /** @param log closed with the environment, also if it cannot be started */
    static PooledEnvironment start(
            LocalFunction function, FunctionRunner runner, EnvironmentLog log, int number, int generation) {
        TappedLog tapped = new TappedLog(log);
        try {
            return new PooledEnvironment(runner.start(function, tapped), tapped, number, generation);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    int number() {
        return number;
    }

    /** Which version of the function it runs. */
    int generation() {
        return generation;
    }

    InvocationResult invoke(Invocation invocation, Optional<ResponseStream> stream, FunctionLog tap) {
        log.begin(tap);
        try {
            return stream.isPresent() ? environment.invoke(invocation, stream.get()) : environment.invoke(invocation);
        } finally {
            log.end();
        }
    }

    @Override
    public void close() {
        environment.close();
        log.environment.close();
    }

    /** The environment's log, which the caller of the moment reads too. */
    private static final class TappedLog implements FunctionLog {

        private final EnvironmentLog environment;
        private volatile @Nullable FunctionLog caller;

        private TappedLog(EnvironmentLog environment) {
            this.environment = environment;
        }

        private void begin(FunctionLog tap) {
            environment.callBegins();
            caller = tap;
        }

        private void end() {
            caller = null;
            environment.callEnds();
        }

        @Override
        public void line(String line) {
            FunctionLog tap = caller;
            if (tap != null) {
                tap.line(line);
            }
            environment.line(line);
        }
    }
}
