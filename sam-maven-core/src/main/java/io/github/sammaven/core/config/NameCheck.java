package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Warns about environments, commands, sections and keys that would be ignored in silence. One use each. */
final class NameCheck {

    static final String GLOBAL = "global";
    static final String PARAMETERS = "parameters";

    private static final Set<String> MEANINGLESS = Set.of("config_env", "config_file");

    private final KnownParameters known;
    private final List<Problem> warnings = new ArrayList<>();

    NameCheck(KnownParameters known) {
        this.known = known;
    }

    /** The warnings about a whole file, also about environments other than the one that is read. */
    List<Problem> check(TableValue root, String environment) {
        Set<String> environments = new TreeSet<>();
        root.entries().forEach((name, entry) -> {
            if (entry.value() instanceof TableValue table) {
                environments.add(name);
                table.entries().forEach(this::checkCommand);
            } else if (!name.equals("version")) {
                ignored(entry.keyMark(), "'" + name + "' is ignored", "a key belongs into [ENV.COMMAND.parameters]");
            }
        });
        checkEnvironment(root, environment, environments);
        return warnings;
    }

    private void checkEnvironment(TableValue root, String environment, Set<String> environments) {
        if (environments.contains(environment)) {
            return;
        }
        String nearest = NearestName.suggestion(environment, environments);
        if (!nearest.isEmpty() || !environment.equals(SamConfigFile.DEFAULT_ENVIRONMENT)) {
            ignored(
                    SourceMark.ofFile(root.mark().file()),
                    "there is no environment '" + environment + "'",
                    nearest.isEmpty() ? "The file has " + listed(environments) : nearest);
        }
    }

    private void checkCommand(String command, TableValue.Entry entry) {
        if (!command.equals(GLOBAL) && !known.isCommand(command)) {
            Set<String> names = new TreeSet<>(known.commands());
            names.add(GLOBAL);
            ignored(entry.keyMark(), "there is no command '" + command + "'", NearestName.suggestion(command, names));
            return;
        }
        if (!(entry.value() instanceof TableValue sections)) {
            ignored(entry.keyMark(), "'" + command + "' is ignored, since it is no table", "");
            return;
        }
        sections.entries().forEach((section, content) -> {
            if (section.equals(PARAMETERS) && content.value() instanceof TableValue parameters) {
                checkKeys(command, parameters.entries());
            } else {
                String nearest = NearestName.suggestion(section, Set.of(PARAMETERS));
                ignored(
                        content.keyMark(),
                        "'" + section + "' of " + command + " is ignored",
                        nearest.isEmpty() ? "keys belong into [ENV." + command + ".parameters]" : nearest);
            }
        });
    }

    private void checkKeys(String command, Map<String, TableValue.Entry> parameters) {
        Collection<String> names = command.equals(GLOBAL)
                ? known.allParameters()
                : known.parametersOf(command).map(Map::keySet).orElse(Set.of());
        if (names.isEmpty()) {
            return;
        }
        parameters.forEach((key, entry) -> {
            if (MEANINGLESS.contains(key)) {
                ignored(entry.keyMark(), "'" + key + "' has no effect inside the file", "give it on the command line");
            } else if (!names.contains(key) && !(key.equals("template") && names.contains("template_file"))) {
                String owner = command.equals(GLOBAL) ? "no command has a" : "the command " + command + " has no";
                ignored(entry.keyMark(), owner + " parameter '" + key + "'", NearestName.suggestion(key, names));
            }
        });
    }

    private void ignored(SourceMark mark, String message, String suggestion) {
        warnings.add(Problem.warning(mark, message, suggestion));
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "no environment" : String.join(", ", names);
    }
}
