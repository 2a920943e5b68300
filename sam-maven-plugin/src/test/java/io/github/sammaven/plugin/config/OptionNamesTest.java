package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.InvalidPluginDescriptorException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptionNamesTest {

    private OptionNames names;

    @BeforeEach
    void twoGoals() throws DuplicateParameterException, InvalidPluginDescriptorException {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.sammaven");
        plugin.setArtifactId("sam-maven-plugin");
        plugin.addMojo(goal(plugin, "deploy", parameter("stackName", "${sam.stackName}"), parameter("tags", null)));
        plugin.addMojo(goal(plugin, "logs", parameter("functions", "${sam.logs.names}")));
        names = new OptionNames(plugin);
    }

    private static MojoDescriptor goal(PluginDescriptor plugin, String name, Parameter... parameters)
            throws DuplicateParameterException {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        goal.setGoal(name);
        goal.setImplementation(name);
        goal.setParameters(List.of(parameters));
        return goal;
    }

    private static Parameter parameter(String name, String expression) {
        Parameter parameter = new Parameter();
        parameter.setName(name);
        parameter.setExpression(expression);
        return parameter;
    }

    private List<String> unknown(String... properties) {
        Properties commandLine = new Properties();
        List.of(properties).forEach(name -> commandLine.setProperty(name, "x"));
        return names.unknown(commandLine).stream().map(Problem::toString).toList();
    }

    @Test
    void misspeltPropertyIsToldWithTheNearestName() {
        assertThat(unknown("sam.stackNam", "sam.xyz"))
                .containsExactly(
                        "-Dsam.stackNam is ignored: no goal has an option of this name\n"
                                + "    Did you mean '-Dsam.stackName'?",
                        "-Dsam.xyz is ignored: no goal has an option of this name");
    }

    @Test
    void optionOfAnyGoalAndEveryFamilyIsKnown() {
        assertThat(unknown(
                        "sam.stackName",
                        "sam.logs.names",
                        "sam.tags",
                        "sam.tag.Team",
                        "sam.parameter.Stage",
                        "sam.output.Url",
                        "sam.mergeOverrides",
                        "sam.s3.endpointUrl",
                        "skipTests"))
                .isEmpty();
    }

    @Test
    void misspeltPomElementIsToldWithTheNearestName() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.sammaven");
        plugin.setArtifactId("sam-maven-plugin");
        plugin.setConfiguration(configuration("stackName", "stakName"));
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(configuration("functions", "tagz"));
        plugin.addExecution(execution);
        MavenProject project = new MavenProject();
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);

        assertThat(names.unknown(project))
                .extracting(Problem::toString)
                .containsExactly(
                        "<stakName> in the pom is ignored: no goal has an option of this name\n"
                                + "    Did you mean 'stackName'?",
                        "<tagz> in the pom is ignored: no goal has an option of this name\n    Did you mean 'tags'?");
    }

    private static Xpp3Dom configuration(String... elements) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        List.of(elements).forEach(name -> configuration.addChild(new Xpp3Dom(name)));
        return configuration;
    }
}
