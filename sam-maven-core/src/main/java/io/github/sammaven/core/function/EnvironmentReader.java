package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The environment variables a function declares. */
final class EnvironmentReader {

    private final ResourceProperties properties;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();

    EnvironmentReader(ResourceProperties properties) {
        this.properties = properties;
        Optional<Resolution> environment = properties.resolved("Environment");
        Optional<Node> variables = environment
                .map(Resolution::value)
                .flatMap(Node::asMapping)
                .flatMap(section -> section.get("Variables"));
        variables
                .flatMap(Node::asMapping)
                .filter(section -> !isUnknown(section))
                .ifPresentOrElse(
                        section -> section.entries().forEach(this::add),
                        () -> environment.ifPresent(all -> properties.warnIfUnknown("Environment", all, "")));
    }

    /** Whether it is a function that stayed; a variable may well be called {@code Condition}. */
    private static boolean isUnknown(MappingNode section) {
        return Intrinsic.of(section)
                .filter(call -> !call.is(Intrinsic.CONDITION))
                .isPresent();
    }

    private void add(String name, Node value) {
        known.put(name, value.asText().orElse(""));
        if (value.isNull() || value.asText().isPresent()) {
            return;
        }
        Resolution resolution = properties.resolve(value);
        Optional<String> reason = resolution.unknown().stream()
                .findFirst()
                .map(ResourceProperties::why)
                .or(() -> resolution.errors().stream().findFirst().map(Problem::message));
        reason.ifPresentOrElse(
                why -> unknown.put(name, why),
                () -> properties.error(
                        "Environment", "the variable " + name + " must be text, this is " + value.kindName(), ""));
    }

    /** Every declared variable, in order; the empty text where the value is not known. */
    Map<String, String> known() {
        return Collections.unmodifiableMap(known);
    }

    /** Why values are not known, by variable. */
    Map<String, String> unknown() {
        return Collections.unmodifiableMap(unknown);
    }
}
