package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import java.util.List;
import java.util.Optional;

/**
 * A place in a template that may name something on this machine.
 *
 * @param property the row of the table
 * @param logicalId the resource, loop variables and all; or the macro or metadata
 * @param name what people call it
 * @param loops around the resource, the outermost first
 * @param path keys from the root of the template down to it
 * @param value what is written there, or in {@code Globals}; empty if nothing is
 * @param mark of the value, or of the resource if it has none
 */
public record ArtifactSlot(
        ArtifactProperty property,
        String logicalId,
        String name,
        List<Loop> loops,
        List<String> path,
        Optional<Node> value,
        SourceMark mark) {

    public ArtifactSlot {
        loops = List.copyOf(loops);
        path = List.copyOf(path);
    }

    /** Text, also within {@code Fn::Sub} where nothing but loop variables are put in; a blank one is none. */
    public Optional<String> text() {
        Optional<String> substituted = loops.isEmpty()
                ? Optional.empty()
                : value.flatMap(Intrinsic::of)
                        .filter(call -> call.is(Intrinsic.SUB))
                        .flatMap(call -> call.argument().asText())
                        .filter(text -> !afterAllLoops(text).contains("${"));
        return value.flatMap(Node::asText).or(() -> substituted).filter(text -> !text.isBlank());
    }

    private String afterAllLoops(String text) {
        String rest = text;
        for (Loop loop : loops) {
            rest = rest.replace("${" + loop.variable() + "}", "");
        }
        return rest;
    }

    /** {@code Parameter CodeUri of resource Orders}, for messages. */
    public String shown(String id) {
        return "Parameter " + property.name() + " of " + (isResource() ? "resource " : "") + id;
    }

    /** Keys from the root of the template down to the resource; only of a property that is no pattern. */
    public List<String> resourcePath() {
        return path.subList(0, path.size() - property.path().keys().size() - 1);
    }

    /** Whether it belongs to a resource, not to a macro or metadata. */
    public boolean isResource() {
        return path.get(0).equals("Resources") && !property.equals(ArtifactTable.INCLUDE);
    }
}
