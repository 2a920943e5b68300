package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.GlobalsCheck;
import io.github.sammaven.core.transform.context.PropertyCheck;
import io.github.sammaven.core.transform.context.PropertyTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Properties of SAM resources and of Globals. */
final class PropertyTableCheck implements TemplateCheck {

    private final PropertyCheck properties;
    private final GlobalsCheck globals;

    PropertyTableCheck(PropertyTables tables) {
        properties = new PropertyCheck(tables);
        globals = new GlobalsCheck(tables);
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>(globals.check(subject.template()));
        subject.forEachResource((id, resource) -> {
            MappingNode own = resource.mapping("Properties").orElse(MappingNode.of(Map.of(), resource.mark()));
            boolean included = own.keys().stream().anyMatch(Intrinsic::isName);
            if (!included) {
                problems.addAll(properties.check(
                        id,
                        resource.text("Type").orElse(""),
                        subject.template().resourceMark(id),
                        own,
                        subject.globals().properties(resource, Set.of())));
            }
        });
        return problems;
    }
}
