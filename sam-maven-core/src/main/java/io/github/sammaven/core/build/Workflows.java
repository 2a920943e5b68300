package io.github.sammaven.core.build;

import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.Sharing;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Which workflow builds what: the first that takes a target; code no workflow takes is copied. */
public final class Workflows {

    private final List<WorkflowChoice> choices;
    private final WorkflowChoice plain;
    private final PlainCopyWorkflow copying;

    /** @param choices by the {@code BuildMethod} first, then by runtime */
    public Workflows(List<WorkflowChoice> choices, PlainCopyWorkflow plain) {
        this.choices = List.copyOf(choices);
        this.copying = plain;
        this.plain = new WorkflowChoice("plain", target -> true, Sharing.ANY_HANDLER, plain);
    }

    /** @throws InvalidTemplateException if the target asks for a way of building that there is not */
    WorkflowChoice of(BuildTarget target) {
        return choices.stream()
                .filter(choice -> choice.takes().test(target))
                .findFirst()
                .orElseGet(() -> {
                    target.method().ifPresent(method -> refuse(target, method));
                    return plain;
                });
    }

    /** Why the files of a folder cannot become an artifact as they are. */
    List<Problem> problemsOf(Path folder) {
        return copying.problems(folder);
    }

    /** Copies whatever the target is. */
    WorkflowChoice plain() {
        return plain;
    }

    private static void refuse(BuildTarget target, String method) {
        throw new InvalidTemplateException(Problem.error(
                target.metadata().keyMark("BuildMethod"),
                target.id() + ": BuildMethod '" + method + "' cannot be built here",
                "use BuildMethod: makefile, or build it with a Maven plugin before and say SkipBuild: true"));
    }
}
