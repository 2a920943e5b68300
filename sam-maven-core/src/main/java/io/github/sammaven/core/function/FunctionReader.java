package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.SequenceNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one function resource. */
final class FunctionReader {

    /** An image brings its own runtime and entry point; what the Globals say of them is meant for the other functions. */
    private static final Set<String> NOT_FOR_IMAGES = Set.of("Runtime", "Handler", "Layers", "CodeUri");

    private final Stack stack;
    private final Globals globals;
    private final LayerReferences layerReferences;
    private final List<Problem> problems;
    private final CodeReader code;

    FunctionReader(Stack stack, Globals globals, LayerReferences layerReferences, List<Problem> problems) {
        this.stack = stack;
        this.globals = globals;
        this.layerReferences = layerReferences;
        this.problems = problems;
        this.code = new CodeReader(stack.template());
    }

    LambdaFunction read(String id, MappingNode resource) {
        boolean serverless = resource.text("Type").orElse("").equals("AWS::Serverless::Function");
        boolean image = isImage(resource);
        MappingNode merged = globals.properties(resource, image ? NOT_FOR_IMAGES : Set.of());
        ResourceProperties properties = new ResourceProperties(
                stack.idOf(id), merged, stack.template().resourceMark(id), stack.resolver(), problems);
        EnvironmentReader environment = new EnvironmentReader(properties);
        return new LambdaFunction(
                stack.path(),
                id,
                properties.text("FunctionName", id),
                image ? "" : properties.text("Runtime", ""),
                image ? "" : properties.text("Handler", ""),
                properties.number("MemorySize", LambdaFunction.DEFAULT_MEMORY_MB),
                Duration.ofSeconds(properties.number("Timeout", (int) LambdaFunction.DEFAULT_TIMEOUT.toSeconds())),
                architecture(properties),
                image ? image(stack.idOf(id), properties, serverless, resource) : code.zip(properties, serverless),
                layerReferences.of(stack, properties),
                environment.known(),
                environment.unknown(),
                merged,
                ResourceProperties.metadata(resource),
                stack.template().resourceMark(id));
    }

    private CodeSource image(String id, ResourceProperties properties, boolean serverless, MappingNode resource) {
        return code.image(
                properties, serverless, resource, new ImageReader(stack.template(), properties, problems, id));
    }

    private boolean isImage(MappingNode resource) {
        return resource.mapping("Properties")
                .flatMap(own -> own.get("PackageType"))
                .flatMap(type -> stack.resolver().resolve(type).value().asText())
                .filter("Image"::equals)
                .isPresent();
    }

    private static Architecture architecture(ResourceProperties properties) {
        Optional<Resolution> resolution = properties.resolved("Architectures");
        if (resolution.isEmpty()) {
            return Architecture.X86_64;
        }
        if (!resolution.get().isComplete()) {
            properties.warnIfUnknown("Architectures", resolution.get(), Architecture.X86_64.lambdaName());
            return Architecture.X86_64;
        }
        Node value = resolution.get().value();
        List<Node> names = value.asSequence().map(SequenceNode::items).orElse(List.of(value));
        String name = names.size() == 1 ? names.get(0).asText().orElse("") : "";
        Optional<Architecture> known = Arrays.stream(Architecture.values())
                .filter(architecture -> architecture.lambdaName().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            properties.error(
                    "Architectures",
                    "Architectures must be a list of one, x86_64 or arm64",
                    "write Architectures: [arm64]");
        }
        return known.orElse(Architecture.X86_64);
    }
}
