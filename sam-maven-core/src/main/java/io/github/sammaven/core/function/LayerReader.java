package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import java.util.List;
import java.util.Set;

/** Reads one layer resource. */
final class LayerReader {

    private final Stack stack;
    private final Globals globals;
    private final List<Problem> problems;
    private final CodeReader code;

    LayerReader(Stack stack, Globals globals, List<Problem> problems) {
        this.stack = stack;
        this.globals = globals;
        this.problems = problems;
        this.code = new CodeReader(stack.template());
    }

    LambdaLayer read(String id, MappingNode resource) {
        MappingNode merged = globals.properties(resource, Set.of());
        ResourceProperties properties = new ResourceProperties(
                stack.idOf(id), merged, stack.template().resourceMark(id), stack.resolver(), problems);
        boolean serverless = resource.text("Type").orElse("").equals("AWS::Serverless::LayerVersion");
        return new LambdaLayer(
                stack.path(),
                id,
                code.archive(properties, serverless ? "ContentUri" : "Content"),
                merged,
                ResourceProperties.metadata(resource),
                stack.template().resourceMark(id));
    }
}
