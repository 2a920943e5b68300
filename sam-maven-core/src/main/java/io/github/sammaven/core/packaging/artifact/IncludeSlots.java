package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds {@code AWS::Include} wherever it stands, depth first. */
final class IncludeSlots {

    private final List<ArtifactSlot> found = new ArrayList<>();
    private final List<String> way = new ArrayList<>();

    private IncludeSlots() {}

    static List<ArtifactSlot> of(MappingNode root) {
        IncludeSlots slots = new IncludeSlots();
        slots.walk(root, false);
        return slots.found;
    }

    /** @param macros whether {@code node} is what a {@code Transform} applies */
    private void walk(Node node, boolean macros) {
        if (macros && isInclude(node)) {
            add(node);
            return;
        }
        PropertyPath.children(node).forEach((key, child) -> {
            way.add(key);
            boolean named = key.equals("Fn::Transform") || key.equals("Transform");
            walk(child, named || macros && node.asSequence().isPresent());
            way.remove(way.size() - 1);
        });
    }

    private void add(Node include) {
        ArtifactProperty row = ArtifactTable.INCLUDE;
        row.path()
                .in(include)
                .forEach(match -> found.add(new ArtifactSlot(
                        row,
                        row.owner(),
                        row.owner(),
                        List.of(),
                        ArtifactSlots.joined(way, match.keys()),
                        Optional.of(match.value()).filter(value -> !value.isNull()),
                        match.value().mark())));
    }

    private static boolean isInclude(Node node) {
        return node.asMapping()
                .flatMap(mapping -> mapping.text("Name"))
                .filter(ArtifactTable.INCLUDE.owner()::equals)
                .isPresent();
    }
}
