package io.github.sammaven.core.build.workflow;

import java.util.function.Predicate;

/**
 * A workflow and the targets it is for.
 *
 * @param name as results are remembered by; another name, and all of them are built again
 * @param takes whether it builds a target
 * @param sharing which targets one build serves
 * @param workflow builds them
 */
public record WorkflowChoice(String name, Predicate<BuildTarget> takes, Sharing sharing, BuildWorkflow workflow) {

    /** For a {@code BuildMethod}, whatever the runtime. */
    public static WorkflowChoice forMethod(String method, Sharing sharing, BuildWorkflow workflow) {
        return new WorkflowChoice(
                method, target -> target.method().filter(method::equals).isPresent(), sharing, workflow);
    }

    /** For runtimes that begin so: of {@code BuildMethod} if there is one, else of the function. */
    public static WorkflowChoice forRuntime(String prefix, Sharing sharing, BuildWorkflow workflow) {
        return new WorkflowChoice(
                prefix, target -> target.method().orElse(target.runtime()).startsWith(prefix), sharing, workflow);
    }
}
