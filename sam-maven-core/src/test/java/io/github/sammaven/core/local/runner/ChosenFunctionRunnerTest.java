package io.github.sammaven.core.local.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.container.ImageUnavailableException;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChosenFunctionRunnerTest {

    private static final FunctionEnvironment NOTHING = new FunctionEnvironment() {
        @Override
        public InvocationResult invoke(Invocation invocation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    };

    private final List<SamEvent> events = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private boolean imageMissing;

    private ChosenFunctionRunner runner(RunnerKind kind, boolean engineAnswers) {
        FunctionRunner containers = (function, log) -> {
            if (imageMissing) {
                throw new ImageUnavailableException("The image x cannot be pulled: no network", "", null);
            }
            started.add("container");
            return NOTHING;
        };
        FunctionRunner processes = (function, log) -> {
            started.add("process");
            return NOTHING;
        };
        return new ChosenFunctionRunner(
                kind,
                containers,
                () -> started.add("closed"),
                processes,
                runtime -> runtime.startsWith("java"),
                () -> engineAnswers,
                events::add);
    }

    static LocalFunction function(FunctionPackage code) {
        return new LocalFunction(
                "Hello",
                "hello",
                code,
                Architecture.X86_64,
                128,
                Duration.ofSeconds(3),
                Map.of(),
                false,
                "eu-central-1",
                "123456789012");
    }

    private static LocalFunction zip(String runtime) {
        return function(new FunctionPackage.Zip(runtime, "a.B", Path.of("code"), List.of()));
    }

    private static LocalFunction image() {
        return function(new FunctionPackage.Image("repo:1", Optional.empty(), List.of(), List.of(), Optional.empty()));
    }

    private void startTwice(RunnerKind kind, boolean engineAnswers, LocalFunction function) {
        try (ChosenFunctionRunner runner = runner(kind, engineAnswers)) {
            runner.start(function, line -> {});
            runner.start(function, line -> {});
        }
    }

    @Test
    void containersAreTakenWhereAnEngineAnswers() {
        startTwice(RunnerKind.AUTO, true, zip("java17"));
        assertThat(started).containsExactly("container", "container", "closed");
        assertThat(events).isEmpty();
    }

    @Test
    void processesAreTakenWhereNoneAnswersAndThatIsSaidOnce() {
        startTwice(RunnerKind.AUTO, false, zip("java17"));
        assertThat(started).containsExactly("process", "process", "closed");
        assertThat(events)
                .containsExactly(
                        new Note("No container engine answers: functions run as child processes of this machine"));
    }

    @Test
    void processesAreTakenWhereTheImageCannotBeHadAndThatIsSaidOnce() {
        imageMissing = true;
        startTwice(RunnerKind.AUTO, true, zip("java17"));
        assertThat(started).containsExactly("process", "process", "closed");
        assertThat(events).singleElement().isInstanceOf(Warning.class);
        assertThat(events.toString())
                .contains("The image x cannot be pulled: no network. Hello runs as a child process");
    }

    @Test
    void containersAreTakenForWhatRunsNowhereElse() {
        startTwice(RunnerKind.AUTO, false, image());
        startTwice(RunnerKind.AUTO, false, zip("dotnet8"));
        assertThat(started).containsExactly("container", "container", "closed", "container", "container", "closed");
    }

    @Test
    void wishIsDone() {
        startTwice(RunnerKind.PROCESS, true, zip("java17"));
        startTwice(RunnerKind.CONTAINER, false, zip("java17"));
        assertThat(started).containsExactly("process", "process", "closed", "container", "container", "closed");
        imageMissing = true;
        assertThatThrownBy(() -> startTwice(RunnerKind.CONTAINER, true, zip("java17")))
                .isInstanceOf(ImageUnavailableException.class);
    }
}
