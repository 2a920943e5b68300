package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the sections and properties of {@code Globals} by name. */
public final class GlobalsCheck {

    private final PropertyTables tables;

    public GlobalsCheck(PropertyTables tables) {
        this.tables = tables;
    }

    public List<Problem> check(Template template) {
        List<Problem> problems = new ArrayList<>();
        Node globals = template.root().get("Globals").orElse(MappingNode.of(Map.of()));
        if (globals.asMapping().isEmpty()) {
            return List.of(Problem.error(
                    globals.mark(), "Globals must be a mapping of sections, this is " + globals.kindName()));
        }
        MappingNode sections = globals.asMapping().get();
        sections.entries().forEach((name, section) -> {
            Set<String> known = tables.globals().get(name);
            if (known == null) {
                problems.add(Problem.error(
                        sections.keyMark(name),
                        "Globals: unknown section '%s'".formatted(name),
                        NearestName.of(name, tables.globals().keySet())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("The sections are "
                                        + String.join(", ", tables.globals().keySet()))));
            } else if (section.asMapping().isEmpty()) {
                problems.add(Problem.error(
                        section.mark(),
                        "Globals: %s must be a mapping of properties, this is %s".formatted(name, section.kindName())));
            } else {
                properties(name, section.asMapping().get(), known, problems);
            }
        });
        return problems;
    }

    private void properties(String section, MappingNode mapping, Set<String> known, List<Problem> problems) {
        mapping.keys().stream().filter(name -> !known.contains(name)).forEach(name -> {
            boolean real = tables.propertiesOf("AWS::Serverless::" + section).contains(name);
            problems.add(Problem.error(
                    mapping.keyMark(name),
                    real
                            ? "Globals: %s cannot be shared in section %s".formatted(name, section)
                            : "Globals: unknown property '%s' in section %s".formatted(name, section),
                    real ? "set it on each resource" : NearestName.suggestion(name, known)));
        });
    }
}
