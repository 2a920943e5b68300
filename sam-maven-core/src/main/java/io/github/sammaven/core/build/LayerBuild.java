package io.github.sammaven.core.build;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.LambdaLayer;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import java.util.Optional;

/** What a layer says of how it is built. */
final class LayerBuild {

    private static final String MAKEFILE = "makefile";

    private final LambdaLayer layer;

    LayerBuild(LambdaLayer layer) {
        this.layer = layer;
    }

    Optional<String> method() {
        return layer.metadata().text("BuildMethod");
    }

    /** Its method, if that is a runtime; else the first runtime it is compatible with, a Java one before others. */
    String runtime() {
        return method().filter(method -> !method.equals(MAKEFILE)).orElseGet(() -> {
            List<String> runtimes = compatible().stream()
                    .flatMap(node -> node.asText().stream())
                    .toList();
            return runtimes.stream()
                    .filter(name -> method().isEmpty() && name.startsWith("java"))
                    .findFirst()
                    .or(() -> runtimes.stream().findFirst())
                    .orElse("");
        });
    }

    /** x86_64 unless its metadata says otherwise, as SAM CLI has it. */
    Architecture architecture() {
        return layer.metadata()
                .text("BuildArchitecture")
                .filter(Architecture.ARM64.lambdaName()::equals)
                .map(arm -> Architecture.ARM64)
                .orElse(Architecture.X86_64);
    }

    /** A layer that names only other runtimes is taken as it is even if a pom lies beside it. */
    boolean mayBeJava() {
        return compatible().isEmpty()
                || compatible().stream()
                        .anyMatch(node -> node.asText().isEmpty()
                                || node.asText().orElse("").startsWith("java"));
    }

    private List<Node> compatible() {
        return layer.properties()
                .sequence("CompatibleRuntimes")
                .map(SequenceNode::items)
                .orElse(List.of());
    }
}
