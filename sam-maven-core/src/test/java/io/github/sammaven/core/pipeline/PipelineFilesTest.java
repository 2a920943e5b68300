package io.github.sammaven.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written for each CI server is read by a parser of its language, and put where nothing is overwritten. */
class PipelineFilesTest {

    @TempDir
    private Path root;

    static List<PipelineProject> projects() {
        PipelineStage dev = new PipelineStage("dev", "orders-dev", "eu-central-1", Optional.of("dev"), false);
        PipelineStage prod = new PipelineStage("prod-eu", "orders", "eu-central-1", Optional.empty(), true);
        return List.of(
                new PipelineProject(
                        "orders", "./mvnw", "sam:", 17, "main", true, false, List.of("java17"), List.of(prod)),
                new PipelineProject(
                        "orders",
                        "mvn",
                        "io.github.sammaven:sam-maven-plugin:1.0:",
                        21,
                        "release/2.x",
                        false,
                        true,
                        List.of(
                                "java21",
                                "python3.9",
                                "python3.12",
                                "nodejs22.x",
                                "ruby3.3",
                                "dotnet8",
                                "provided.al2023"),
                        List.of(dev, prod)));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void githubWorkflowHasAJobForEachStep(PipelineProject project) {
        Map<?, ?> workflow = yaml(CicdProvider.GITHUB_ACTIONS.filesFor(project).get(0));
        Map<?, ?> jobs = (Map<?, ?>) workflow.get("jobs");
        assertThat(jobs.keySet()).hasSize(1 + 2 * project.stages().size());
        Map<?, ?> execution = (Map<?, ?>) jobs.get("prod-eu");
        assertThat(execution.get("environment")).isEqualTo("prod-eu");
        assertThat(execution.get("needs")).isEqualTo("prod-eu-change-set");
        jobs.values().forEach(job -> ((List<?>) ((Map<?, ?>) job).get("steps"))
                .forEach(step -> assertThat(((Map<?, ?>) step).keySet().stream().map(Object::toString))
                        .containsAnyOf("uses", "run")
                        .isSubsetOf("uses", "run", "with", "if")));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void gitlabJobsBelongToItsStages(PipelineProject project) {
        Map<?, ?> pipeline = yaml(CicdProvider.GITLAB.filesFor(project).get(0));
        List<?> stages = (List<?>) pipeline.get("stages");
        pipeline.forEach((name, value) -> {
            if (value instanceof Map<?, ?> job && job.containsKey("script")) {
                assertThat(stages.contains(job.get("stage"))).as("%s", name).isTrue();
                assertThat(job.get("script")).isInstanceOf(List.class);
            }
        });
        assertThat(((Map<?, ?>) pipeline.get("prod-eu-execute")).get("rules").toString())
                .contains("when=manual");
    }

    @ParameterizedTest
    @MethodSource("projects")
    void jenkinsfileIsGroovy(PipelineProject project) {
        String text = CicdProvider.JENKINS.filesFor(project).get(0).content();
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("Jenkinsfile", text);
        unit.compile(Phases.CONVERSION);
        assertThat(text).contains("stage('prod-eu: approval')", project.maven() + " -B -ntp verify");
    }

    @ParameterizedTest
    @MethodSource("projects")
    void buildspecsOfTheTemplateAreThere(PipelineProject project) {
        List<PipelineFile> files = CicdProvider.CODEPIPELINE.filesFor(project);
        String template = files.get(0).content();
        List<String> named = Stream.of(template.split("\n"))
                .filter(line -> line.contains("BuildSpec:"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .toList();
        assertThat(named)
                .containsExactlyElementsOf(
                        files.stream().skip(1).map(PipelineFile::path).toList());
        files.stream().skip(1).forEach(file -> assertThat(yaml(file).keySet().toString())
                .contains("version", "phases"));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void cfnLintFindsNothingInTheTemplate(PipelineProject project) throws IOException, InterruptedException {
        Path template = Files.writeString(
                root.resolve("pipeline.yaml"),
                CicdProvider.CODEPIPELINE.filesFor(project).get(0).content());
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cfn-lint"))),
                "cfn-lint is not on the PATH");
        Process lint = new ProcessBuilder("cfn-lint", template.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(lint.getInputStream().readAllBytes());
        assertThat(lint.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @EnumSource(CicdProvider.class)
    void aFileOfTheProjectIsNotOverwritten(CicdProvider server) throws IOException {
        List<PipelineFile> files = server.filesFor(projects().get(0));
        Path taken = root.resolve(files.get(0).path());
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, "mine");
        Path aside = root.resolve("target/sam/pipeline");

        List<PipelineFiles.Written> written = new PipelineFiles(root, aside, false).write(files);

        assertThat(taken).hasContent("mine");
        assertThat(written.get(0).outcome()).isEqualTo(PipelineFiles.Outcome.PUT_ASIDE);
        assertThat(aside.resolve(files.get(0).path())).hasContent(files.get(0).content());

        new PipelineFiles(root, aside, true).write(files);
        assertThat(taken).hasContent(files.get(0).content());
        assertThat(new PipelineFiles(root, aside, false).write(files))
                .allSatisfy(again -> assertThat(again.outcome()).isEqualTo(PipelineFiles.Outcome.UNCHANGED));
    }

    @Test
    void everythingThatCannotStandInAFileIsSaidAtOnce() {
        PipelineStage odd = new PipelineStage("Prod!", "my stack", "moon", Optional.empty(), true);
        assertThatThrownBy(() -> new PipelineProject(
                        "orders", "mvn", "sam:", 17, "a b", true, false, List.of(), List.of(odd, odd)))
                .isInstanceOfSatisfying(InvalidOptionException.class, refused -> assertThat(refused.problems())
                        .hasSizeGreaterThanOrEqualTo(6));
    }

    private static Map<?, ?> yaml(PipelineFile file) {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().setLabel(file.path()).build()).loadFromString(file.content());
    }
}
