package io.github.sammaven.core.build.makefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakefileWorkflowTest {

    private static final MappingNode NOTHING = MappingNode.of(Map.of());

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path code;
    private Path artifact;

    @BeforeEach
    void givenCode() throws IOException {
        code = Files.createDirectory(folder.resolve("code"));
        artifact = Files.createDirectory(folder.resolve("artifact"));
        environment.put("PATH", System.getenv("PATH"));
        Files.writeString(code.resolve("main.sh"), "echo hello\n");
        Assumptions.assumeTrue(toolbox().find("make").isPresent(), "there is no make on this machine");
    }

    @Test
    void targetOfTheFunctionWritesTheArtifactAndSourcesStayUntouched() throws IOException {
        makefile("build-Orders:\n\ttouch left-by-make\n\tinstall -m 700 main.sh $(ARTIFACTS_DIR)/bootstrap\n");
        SortedMap<String, String> before = FolderState.of(code);

        build(NOTHING);

        assertThat(FolderState.of(artifact)).containsOnlyKeys("", "bootstrap");
        assertThat(FolderState.of(artifact).get("bootstrap")).startsWith("rwxr-xr-x ");
        assertThat(FolderState.of(code)).isEqualTo(before);
    }

    @Test
    void layerOfANestedStackIsBuiltByItsLogicalId() throws IOException {
        makefile("build-Common:\n\tmkdir $(ARTIFACTS_DIR)/lib && cp main.sh $(ARTIFACTS_DIR)/lib\n");

        workflow(false).build(BuildTargets.layer("Child/Common", "makefile", code), artifact);

        assertThat(artifact.resolve("lib/main.sh")).exists();
    }

    @Test
    void environmentIsThatOfTheContract() throws IOException {
        environment.put("SAM_BUILD_MODE", "debug");
        environment.put("MAKEFLAGS", "--no-such-flag");
        makefile("build-Orders:\n\techo $$SAM_BUILD_MODE > $(ARTIFACTS_DIR)/mode\n"
                + "\tcase $(ARTIFACTS_DIR) in /*) touch $(ARTIFACTS_DIR)/absolute;; esac\n");

        build(NOTHING);

        assertThat(artifact.resolve("mode")).hasContent("debug");
        assertThat(artifact.resolve("absolute")).exists();
    }

    @Test
    void makefileAndWorkingFolderMayBeElsewhere() throws IOException {
        Files.writeString(folder.resolve("Makefile"), "build-Orders:\n\tcp one.txt ../code/main.sh $(ARTIFACTS_DIR)\n");
        Files.createDirectory(folder.resolve("work"));
        Files.writeString(folder.resolve("work/one.txt"), "1");

        build(metadata("ContextPath", "..", "WorkingDirectory", "../work"));

        assertThat(FolderState.of(artifact)).containsOnlyKeys("", "one.txt", "main.sh");
    }

    @Test
    void sourcesThemselvesAreUsedOnRequest() throws IOException {
        makefile("build-Orders:\n\ttouch left-by-make\n\tcp main.sh $(ARTIFACTS_DIR)\n");

        workflow(true).build(target(NOTHING), artifact);

        assertThat(code.resolve("left-by-make")).exists();
    }

    @Test
    void failureHoldsExitCodeAndLastLines() throws IOException {
        makefile("build-Orders:\n\t@echo no linker here; exit 7\n");

        assertThatThrownBy(() -> build(NOTHING))
                .isInstanceOf(SamException.class)
                .hasMessageStartingWith("template.yaml:5:7: Orders: make ended with exit code 2 (BuildMethod makefile)")
                .hasMessageContaining("no linker here")
                .hasMessageContaining("Error 7");
    }

    @Test
    void missingTargetIsNamed() throws IOException {
        makefile("build-Other:\n\ttrue\n");

        assertThatThrownBy(() -> build(NOTHING))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageStartingWith("template.yaml:5:7: Orders: the Makefile has no target build-Orders");
    }

    @Test
    void missingMakefileIsNamed() {
        assertThatThrownBy(() -> build(NOTHING))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("Orders: there is no Makefile in " + code)
                .hasMessageContaining("it needs a target build-Orders that writes to $(ARTIFACTS_DIR)");
    }

    @Test
    void foldersThatDoNotExistAreReportedTogether() throws IOException {
        makefile("build-Orders:\n\ttrue\n");

        assertThatThrownBy(() -> build(metadata("ContextPath", "none", "WorkingDirectory", "neither")))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("Orders: ContextPath is not a folder: none")
                .hasMessageContaining("Orders: WorkingDirectory is not a folder: neither");
    }

    @Test
    void targetThatWritesNothingIsRefused() throws IOException {
        makefile("build-Orders:\n\ttrue\n");

        assertThatThrownBy(() -> build(NOTHING))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("Orders: make build-Orders wrote nothing to ARTIFACTS_DIR");
    }

    @Test
    void missingMakeIsNamedWithHowToGetIt() throws IOException {
        makefile("build-Orders:\n\ttrue\n");
        environment.put("PATH", folder.toString());

        assertThatThrownBy(() -> build(NOTHING))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: BuildMethod makefile needs GNU make, and there is no make on the PATH")
                .hasMessageContaining("apt install make, brew install make, winget install GnuWin32.Make");
    }

    @Test
    void inputsAreSourcesTargetAndTools() throws IOException {
        makefile("build-Orders:\n\ttrue\n");
        environment.put("CFLAGS", "-O2");

        var inputs = workflow(false).inputs(target(NOTHING));

        assertThat(inputs.files()).containsExactly(code.resolve("Makefile"), code.resolve("main.sh"));
        assertThat(inputs.settings())
                .containsEntry("target", "build-Orders")
                .containsEntry("architecture", "x86_64")
                .containsKeys("make", "CFLAGS");
    }

    private static MappingNode metadata(String one, String value, String other, String otherValue) {
        return MappingNode.of(Map.of(one, ScalarNode.string(value), other, ScalarNode.string(otherValue)));
    }

    private void makefile(String text) throws IOException {
        Files.writeString(code.resolve("Makefile"), text);
    }

    private void build(MappingNode metadata) throws IOException {
        workflow(false).build(target(metadata), artifact);
    }

    private BuildTarget target(MappingNode metadata) {
        return BuildTargets.with("makefile", metadata, BuildTargets.function("Orders", "provided.al2023", code));
    }

    private MakefileWorkflow workflow(boolean inSource) {
        return new MakefileWorkflow(toolbox(), new FolderContent(folder.resolve("target")), inSource);
    }

    private Toolbox toolbox() {
        return new Toolbox(environment, Toolbox.DEFAULT_TIMEOUT, (target, line) -> {});
    }
}
