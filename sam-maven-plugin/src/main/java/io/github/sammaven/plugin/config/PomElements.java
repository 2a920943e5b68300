package io.github.sammaven.plugin.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the pom gives the goals of the plugin, in its configuration or that of its executions. Maven hands a goal only
 * what is an option of its own.
 */
public final class PomElements {

    private final List<Xpp3Dom> configurations;

    private PomElements(List<Xpp3Dom> configurations) {
        this.configurations = configurations;
    }

    /** @param plugin its group and artifact, {@code io.github.sammaven:sam-maven-plugin} */
    public static PomElements of(MavenProject project, String plugin) {
        Plugin configured = project.getPlugin(plugin);
        return new PomElements(
                configured == null
                        ? List.of()
                        : Stream.concat(Stream.of(configured), configured.getExecutions().stream())
                                .map(ConfigurationContainer::getConfiguration)
                                .filter(Xpp3Dom.class::isInstance)
                                .map(Xpp3Dom.class::cast)
                                .toList());
    }

    /** Empty if it is not there or has no text. */
    public Optional<String> text(String name) {
        return element(name).map(Xpp3Dom::getValue).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The texts of the elements in it. */
    public List<String> list(String name) {
        return children(name).stream()
                .map(PomElements::valueOf)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The texts of the elements in it, by their names. */
    public Map<String, String> map(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        children(name).forEach(child -> values.put(child.getName(), valueOf(child)));
        return values;
    }

    private List<Xpp3Dom> children(String name) {
        return element(name).map(Xpp3Dom::getChildren).map(List::of).orElse(List.of());
    }

    private Optional<Xpp3Dom> element(String name) {
        return configurations.stream()
                .flatMap(configuration -> Optional.ofNullable(configuration.getChild(name)).stream())
                .findFirst();
    }

    private static String valueOf(Xpp3Dom element) {
        return element.getValue() == null ? "" : element.getValue().strip();
    }
}
