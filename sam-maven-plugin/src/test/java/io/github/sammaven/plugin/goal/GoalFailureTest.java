package io.github.sammaven.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.plugin.LinesLog;
import io.github.sammaven.plugin.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.DefaultMavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a problem: whose fault it is decides the exception, and the message says it all. */
class GoalFailureTest {

    private static final SettingsDecrypter NO_SECRETS = request -> {
        throw new UnsupportedOperationException();
    };

    @TempDir
    private Path basedir;

    private final LinesLog log = new LinesLog();
    private MavenRun run;

    @BeforeEach
    void maven() {
        run = new MavenRun(basedir);
    }

    /** Fails as it is told. */
    private static final class FailingMojo extends AbstractSamMojo {

        private final SamException failure;

        FailingMojo(SamException failure) {
            super("deploy", NO_SECRETS);
            this.failure = failure;
        }

        @Override
        void run() {
            throw failure;
        }
    }

    private FailingMojo failing(SamException failure) {
        return ready(new FailingMojo(failure));
    }

    private <G extends AbstractSamMojo> G ready(G goal) {
        goal.project = run.project();
        goal.session = run.session();
        goal.execution = run.execution();
        goal.setLog(log);
        return goal;
    }

    private ValidateMojo validating(String template) throws IOException {
        Files.writeString(basedir.resolve("template.yaml"), template);
        return ready(new ValidateMojo(NO_SECRETS));
    }

    @Test
    void mistakeInTheTemplateFailsTheBuildAndNamesItsPlace() throws Exception {
        ValidateMojo goal = validating("Resources:\n  Table: {Type: [}\n");

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("template.yaml:2:");
    }

    @Test
    void missingTemplateFailsTheBuild() {
        ValidateMojo goal = ready(new ValidateMojo(NO_SECRETS));

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("template.yaml");
    }

    @Test
    void validTemplateIsAnInfoLine() throws Exception {
        validating("Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n").execute();

        assertThat(log.lines()).endsWith("INFO template.yaml is valid: 1 resource");
    }

    @Test
    void oneProblemIsTheMessageWithItsWayOut() {
        assertThatThrownBy(failing(new InvalidOptionException("no stack is named", "set -Dsam.stackName"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("no stack is named\n    set -Dsam.stackName")
                .hasNoCause();
        assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
    }

    @Test
    void severalProblemsArePrintedAndTheMessageCountsThem() {
        List<Problem> problems = List.of(
                Problem.error(new SourceMark("template.yaml", 1, 1), "first"),
                Problem.error(new SourceMark("template.yaml", 2, 1), "second"));

        assertThatThrownBy(failing(new InvalidTemplateException(problems))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 errors in template.yaml");
        assertThat(log.lines())
                .containsSubsequence("ERROR template.yaml:1:1: first", "ERROR template.yaml:2:1: second");
    }

    @Test
    void problemsOfSeveralFilesAreNotCountedForTheFirst() {
        List<Problem> problems = List.of(
                Problem.error(new SourceMark("audit/id_rsa", 0, 0), "first"),
                Problem.error(new SourceMark("orders/.env", 0, 0), "second"));

        assertThatThrownBy(failing(new InvalidTemplateException(problems))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 errors in 2 files");
    }

    @Test
    void refusalOfTheWorldIsAnExecutionError() {
        assertThatThrownBy(failing(new SamException("the bucket is gone", "create it", null))::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("the bucket is gone\n    create it")
                .hasNoCause();
    }

    @Test
    void badOptionFailsTheBuild() {
        run.commandLine("sam.skip", "perhaps");

        assertThatThrownBy(failing(new SamException("not reached", "", null))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("-Dsam.skip needs true or false, this is 'perhaps'");
    }

    @Test
    void brokenSamconfigFileFailsTheBuildAndNamesItsPlace() throws IOException {
        Files.writeString(basedir.resolve("samconfig.toml"), "version = 0.1\n[default.deploy.parameters\n");

        assertThatThrownBy(failing(new SamException("not reached", "", null))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("samconfig.toml:2:");
    }

    @Test
    void nothingIsDoneWhenTheGoalIsSkipped() throws Exception {
        run.commandLine("sam.skip", "true");

        failing(new SamException("not reached", "", null)).execute();

        assertThat(log.lines()).endsWith("INFO Skipped (sam.skip)");
    }

    @Test
    void brokenSamconfigFileIsNotReadWhenTheGoalIsSkippedOnTheCommandLine() throws Exception {
        Files.writeString(basedir.resolve("samconfig.toml"), "broken");
        run.commandLine("sam.skip", "true");

        failing(new SamException("not reached", "", null)).execute();

        assertThat(log.lines()).endsWith("INFO Skipped (sam.skip)");
    }

    @Test
    void deployWithoutAStackSaysHowToNameOne() {
        assertThatThrownBy(ready(new DeployMojo(NO_SECRETS))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("no stack is named");
    }

    @Test
    void packageWithoutABucketSaysHowToNameOne() throws IOException {
        Files.writeString(basedir.resolve("template.yaml"), "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n");
        PackageMojo goal = ready(new PackageMojo(
                NO_SECRETS,
                request -> {
                    throw new UnsupportedOperationException();
                },
                new DefaultMavenProjectHelper()));

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("no bucket is named")
                .hasMessageContaining("-Dsam.upload=false");
    }
}
