package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.ReferenceRewriter;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the transformed template together: all sections but those that only SAM reads. */
final class Assembly {

    private static final String CONDITIONS = "Conditions";

    private final TransformContext context;

    Assembly(TransformContext context) {
        this.context = context;
    }

    MappingNode root() {
        MappingNode original = context.template().root();
        MappingNode root = original.without("Transform").without("Globals");
        MappingNode resources = root.mapping("Resources").orElseGet(() -> MappingNode.of(Map.of(), original.mark()));
        root = root.with("Resources", resources.withEntries(context.result().entries()));
        if (!context.conditions().added().isEmpty()) {
            Map<String, Node> conditions =
                    new LinkedHashMap<>(context.template().section(CONDITIONS));
            conditions.putAll(context.conditions().added());
            root = root.with(CONDITIONS, MappingNode.of(conditions));
        }
        return ReferenceRewriter.of(context, context.result().renamed()).rewrite(root);
    }
}
