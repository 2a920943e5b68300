package io.github.sammaven.core.local.runner;

import io.github.sammaven.core.container.EngineProbe;
import io.github.sammaven.core.local.container.ContainerFunctionRunner;
import io.github.sammaven.core.local.container.ImageUnavailableException;
import io.github.sammaven.core.local.container.docker.DockerEngines;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.process.ProcessFunctionRunner;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Runs each function in the way the user wants, or, if they leave it open, in the best way this machine has: in a
 * container where an engine answers, else as a child process. What was picked is said once.
 */
public final class ChosenFunctionRunner implements FunctionRunner, AutoCloseable {

    private final RunnerKind kind;
    private final FunctionRunner containers;
    private final Runnable closeContainers;
    private final FunctionRunner processes;
    private final Predicate<String> runsAsProcess;
    private final BooleanSupplier engineAnswers;
    private final EventSink events;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /**
     * The runner of a goal; nothing is started or asked before the first function is.
     *
     * @param events receives what was picked and why, and what the runners have to say
     * @return to be closed by the caller, after all environments
     */
    public static ChosenFunctionRunner of(RunnerSettings settings, EventSink events) {
        Map<String, String> shell = settings.process().shell();
        ContainerFunctionRunner containers = new ContainerFunctionRunner(
                () -> DockerEngines.connect(shell), settings.container(), events, settings.end());
        return new ChosenFunctionRunner(
                settings.kind(),
                containers,
                containers::close,
                new ProcessFunctionRunner(settings.process(), events, settings.end()),
                ProcessFunctionRunner::runs,
                new EngineProbe(shell),
                events);
    }

    ChosenFunctionRunner(
            RunnerKind kind,
            FunctionRunner containers,
            Runnable closeContainers,
            FunctionRunner processes,
            Predicate<String> runsAsProcess,
            BooleanSupplier engineAnswers,
            EventSink events) {
        this.kind = kind;
        this.containers = containers;
        this.closeContainers = closeContainers;
        this.processes = processes;
        this.runsAsProcess = runsAsProcess;
        this.engineAnswers = engineAnswers;
        this.events = events;
    }

    /** Loads, on the side, what the first start of a child process needs and takes long to load. */
    public void preload() {
        if (kind != RunnerKind.CONTAINER && processes instanceof ProcessFunctionRunner own) {
            own.preload();
        }
    }

    @Override
    public FunctionEnvironment start(LocalFunction function, FunctionLog log) {
        boolean processPossible = function.code() instanceof Zip zip && runsAsProcess.test(zip.runtime());
        if (kind == RunnerKind.PROCESS) {
            return processes.start(function, log);
        }
        if (kind == RunnerKind.CONTAINER || !processPossible) {
            return containers.start(function, log);
        }
        if (!engineAnswers.getAsBoolean()) {
            sayOnce(new Note("No container engine answers: functions run as child processes of this machine"));
            return processes.start(function, log);
        }
        try {
            return containers.start(function, log);
        } catch (ImageUnavailableException e) {
            Problem why = e.problems().get(0);
            sayOnce(new Warning(Problem.warning(
                    SourceMark.NONE,
                    why.message() + ". " + function.name() + " runs as a child process of this machine instead",
                    "-Dsam.runner=process says so from the start; -Dsam.runner=container insists on the image")));
            return processes.start(function, log);
        }
    }

    private void sayOnce(Note note) {
        if (said.add(note.text())) {
            events.accept(note);
        }
    }

    private void sayOnce(Warning warning) {
        if (said.add(warning.problem().message())) {
            events.accept(warning);
        }
    }

    /** Removes the containers that are still there. */
    @Override
    public void close() {
        closeContainers.run();
    }
}
