package io.github.sammaven.plugin.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The parameters that the pom itself gives a goal a value for. Maven fills a parameter from the pom or else from the
 * property of its name, and does not say from which.
 */
final class PomLiterals {

    private PomLiterals() {}

    static Set<String> of(MojoExecution execution) {
        Xpp3Dom configuration = execution.getConfiguration();
        return configuration == null
                ? Set.of()
                : Arrays.stream(configuration.getChildren())
                        .filter(PomLiterals::isLiteral)
                        .map(Xpp3Dom::getName)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** What the pom leaves out has the expression of the goal's descriptor in its place. */
    private static boolean isLiteral(Xpp3Dom parameter) {
        return parameter.getChildCount() > 0
                || parameter.getValue() != null
                        && !parameter.getValue().equals("${" + new OptionName(parameter.getName()).property() + "}");
    }
}
