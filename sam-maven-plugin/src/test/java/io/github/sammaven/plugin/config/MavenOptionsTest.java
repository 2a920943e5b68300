package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.plugin.MavenRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the samconfig file of a goal is found, and how the pom's own values are told from properties. */
class MavenOptionsTest {

    @TempDir
    private Path basedir;

    private final List<String> origins = new ArrayList<>();
    private MavenRun run;
    private MojoExecution execution;

    @BeforeEach
    void maven() throws IOException {
        run = new MavenRun(basedir);
        execution = run.execution();
        samconfig("samconfig.toml", "beside-pom");
        for (String folder : new String[] {"line", "variable", "pom"}) {
            Files.createDirectory(basedir.resolve(folder));
            samconfig(folder + "/samconfig.toml", folder);
        }
    }

    private void samconfig(String path, String stack) throws IOException {
        Files.writeString(
                basedir.resolve(path),
                "version = 0.1\n[default.deploy.parameters]\nstack_name = '" + stack + "'\n"
                        + "[test.deploy.parameters]\nstack_name = '" + stack + "-test'\n");
    }

    private String stackOf(Map<String, String> environment, @Nullable File templateFile, @Nullable String configEnv) {
        return new MavenOptions(run.session(), run.project(), execution, environment, warnings -> {}, origins::add)
                .of("deploy", templateFile, null, configEnv)
                .text("stackName", null)
                .orElseThrow();
    }

    @Test
    void fileIsBesideThePomWhenNoTemplateIsNamed() {
        assertThat(stackOf(Map.of(), null, null)).isEqualTo("beside-pom");
    }

    @Test
    void fileIsBesideTheTemplateOfThePom() {
        assertThat(stackOf(Map.of(), new File("pom/t.yaml"), null)).isEqualTo("pom");
    }

    @Test
    void templateOfTheVariableIsStrongerThanThatOfThePom() {
        assertThat(stackOf(Map.of("SAM_TEMPLATE_FILE", "variable/t.yaml"), new File("pom/t.yaml"), null))
                .isEqualTo("variable");
    }

    @Test
    void templateOfTheCommandLineIsStrongest() {
        run.commandLine("sam.templateFile", "line/t.yaml");

        assertThat(stackOf(Map.of("SAM_TEMPLATE_FILE", "variable/t.yaml"), new File("pom/t.yaml"), null))
                .isEqualTo("line");
    }

    @Test
    void environmentOfTheFileIsChosenByTheCommandLineBeforeTheGoal() {
        assertThat(stackOf(Map.of(), null, "test")).isEqualTo("beside-pom-test");

        run.commandLine("sam.configEnv", "default");
        assertThat(stackOf(Map.of(), null, "test")).isEqualTo("beside-pom");
    }

    @Test
    void blankNameOfTheFileIsNone() {
        run.commandLine("sam.configFile", "");

        assertThat(stackOf(Map.of(), null, null)).isEqualTo("beside-pom");
    }

    @Test
    void fileThatIsNamedMustExist() {
        run.commandLine("sam.configFile", "absent.toml");

        assertThatThrownBy(() -> stackOf(Map.of(), null, null))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("absent.toml");
    }

    @Test
    void propertiesAndVariablesAreFilledIntoTheFile() throws IOException {
        samconfig("samconfig.toml", "${stage}-${env.WHO}");
        run.property("stage", "dev");

        assertThat(stackOf(Map.of("WHO", "ada"), null, null)).isEqualTo("dev-ada");
    }

    @Test
    void literalOfThePomIsToldFromAPropertyOfTheProject() {
        run.property("sam.disableRollback", "yes");
        Xpp3Dom expression = parameter("disableRollback", "${sam.disableRollback}");

        assertThat(disableRollback(expression)).isTrue();
        assertThat(disableRollback(parameter("disableRollback", "false"))).isFalse();
        assertThat(origins)
                .containsExactly(
                        "disableRollback: true from project property sam.disableRollback",
                        "disableRollback: false from <disableRollback> in the pom");
    }

    /** Maven's converter takes {@code yes} for false. */
    private boolean disableRollback(Xpp3Dom parameter) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(parameter);
        execution.setConfiguration(configuration);
        return new MavenOptions(run.session(), run.project(), execution, Map.of(), warnings -> {}, origins::add)
                .of("deploy", null, null, null)
                .flag("disableRollback", false, false);
    }

    private static Xpp3Dom parameter(String name, String value) {
        Xpp3Dom parameter = new Xpp3Dom(name);
        parameter.setValue(value);
        return parameter;
    }

    @Test
    void parametersWithElementsBelowAreLiterals() {
        Xpp3Dom list = new Xpp3Dom("capabilities");
        list.addChild(parameter("capability", "A"));
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(list);
        configuration.addChild(new Xpp3Dom("region"));
        configuration.addChild(parameter("profile", "${user.profile}"));
        configuration.addChild(parameter("roleArn", "${sam.roleArn}"));
        execution.setConfiguration(configuration);

        assertThat(PomLiterals.of(execution)).containsExactlyInAnyOrder("capabilities", "profile");
    }
}
