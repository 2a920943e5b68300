package io.github.sammaven.plugin.config;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The names of all options of all goals. Maven passes over those it does not know in silence. */
public final class OptionNames {

    private static final String PREFIX = "sam.";
    private static final String ENDPOINT = ".endpointUrl";

    /** Options that have no pom element. */
    private static final Set<String> PROPERTIES_ONLY = Set.of("mergeOverrides", "strictConfig");

    /** What a property of one pair starts with; the rest is its key. */
    private static final Set<String> FAMILIES = Set.of(
            "parameter.",
            "tag.",
            "env.",
            "output.",
            "budget.",
            "metadata.",
            "imageRepository.",
            "signingProfile.",
            "addHost.",
            "jwks.");

    private final String plugin;
    private final Set<String> elements = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();

    /** @param descriptor of this plugin, with all its goals */
    public OptionNames(PluginDescriptor descriptor) {
        plugin = descriptor.getGroupId() + ":" + descriptor.getArtifactId();
        PROPERTIES_ONLY.forEach(name -> properties.add(PREFIX + name));
        for (MojoDescriptor goal : descriptor.getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                if (parameter.isEditable()) {
                    elements.add(parameter.getName());
                    properties.add(PREFIX + parameter.getName());
                    String expression = parameter.getExpression();
                    if (expression != null && expression.startsWith("${" + PREFIX)) {
                        properties.add(expression.substring(2, expression.length() - 1));
                    }
                }
            }
        }
    }

    /** Warnings about properties of the command line that no goal reads. */
    public List<Problem> unknown(Properties commandLine) {
        return commandLine.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && !isKnown(name))
                .sorted()
                .map(name -> warning("-D" + name, "no goal has an option", name, properties, "-D"))
                .toList();
    }

    /** Warnings about elements of the plugin's configuration in the pom that no goal reads. */
    public List<Problem> unknown(MavenProject project) {
        Plugin configured = project.getPlugin(plugin);
        if (configured == null) {
            return List.of();
        }
        return Stream.concat(Stream.of(configured), configured.getExecutions().stream())
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !elements.contains(name))
                .distinct()
                .sorted()
                .map(name -> warning("<" + name + "> in the pom", "no goal has an option", name, elements, ""))
                .toList();
    }

    private boolean isKnown(String property) {
        String name = property.substring(PREFIX.length());
        return properties.contains(property)
                || FAMILIES.stream().anyMatch(family -> name.startsWith(family) && name.length() > family.length())
                || property.endsWith(ENDPOINT);
    }

    private static Problem warning(
            String subject, String complaint, String name, Collection<String> known, String dash) {
        String wayOut = NearestName.of(name, known)
                .map(near -> "Did you mean '" + dash + near + "'?")
                .orElse("");
        return Problem.warning(SourceMark.NONE, subject + " is ignored: " + complaint + " of this name", wayOut);
    }
}
