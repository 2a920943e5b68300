package io.github.sammaven.core.capability;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.Comparator;
import java.util.Map;

/**
 * A stack as CloudFormation will make it.
 *
 * @param stack as it is written
 * @param transformed its template after the SAM transform
 */
public record DeployedStack(Stack stack, Template transformed) {

    /** Whether the template as written is changed by a macro, SAM's included. */
    boolean hasMacro() {
        return stack.template().root().has("Transform")
                || mentionsMacro(stack.template().root());
    }

    private static boolean mentionsMacro(Node node) {
        return node.asMapping()
                .map(mapping -> mapping.has("Fn::Transform")
                        || mapping.entries().values().stream().anyMatch(DeployedStack::mentionsMacro))
                .or(() -> node.asSequence().map(list -> list.items().stream().anyMatch(DeployedStack::mentionsMacro)))
                .orElse(false);
    }

    /** The resources that are made, with all values that are known; those whose condition is false are not. */
    Map<String, Node> resources() {
        return transformed.section("Resources");
    }

    TemplateResolver resolver() {
        return new TemplateResolver(transformed, stack.values());
    }

    static boolean isMade(MappingNode resource, TemplateResolver resolver) {
        return resource.text("Condition").flatMap(resolver::condition).orElse(true);
    }

    /** Where the resource is written, or the one SAM made it for, whose name comes first: {@code OrdersFunctionRole}. */
    SourceMark markOf(String logicalId) {
        return stack.template().section("Resources").keySet().stream()
                .filter(logicalId::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(stack.template()::resourceMark)
                .orElse(SourceMark.NONE);
    }
}
