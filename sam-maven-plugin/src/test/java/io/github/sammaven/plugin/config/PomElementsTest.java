package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class PomElementsTest {

    private static final String PLUGIN = "io.github.sammaven:sam-maven-plugin";

    private static Xpp3Dom configuration(String elements) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
    }

    @Test
    void elementsOfThePluginAndOfItsExecutionsAreRead() throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.sammaven");
        plugin.setArtifactId("sam-maven-plugin");
        plugin.setConfiguration(
                configuration("<stackName> orders </stackName><capabilities><c>A</c><c>B</c></capabilities>"));
        PluginExecution execution = new PluginExecution();
        execution.setConfiguration(
                configuration("<stackName>other</stackName><signingProfiles><F>p</F></signingProfiles>"));
        plugin.addExecution(execution);
        MavenProject project = new MavenProject();
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        PomElements elements = PomElements.of(project, PLUGIN);

        assertThat(elements.text("stackName")).contains("orders");
        assertThat(elements.list("capabilities")).containsExactly("A", "B");
        assertThat(elements.map("signingProfiles")).isEqualTo(Map.of("F", "p"));
        assertThat(elements.text("s3Bucket")).isEmpty();
    }

    @Test
    void nothingIsThereWithoutThePlugin() {
        MavenProject project = new MavenProject();
        project.setBuild(new Build());

        assertThat(PomElements.of(project, PLUGIN).list("capabilities")).isEmpty();
    }
}
