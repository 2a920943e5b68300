package io.github.sammaven.core.build.provided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.binary.NativeFile;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.tool.ToolScripts;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.function.Architecture;
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

/** With stand-ins for the compilers that write down how they were called; Go itself too where it is installed. */
class ProgramWorkflowsTest {

    private static final MappingNode NOTHING = MappingNode.of(Map.of());

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private ToolScripts scripts;
    private Path code;
    private Path artifact;

    @BeforeEach
    void givenCode() throws IOException {
        code = Files.createDirectories(folder.resolve("module/code"));
        artifact = Files.createDirectory(folder.resolve("artifact"));
        scripts = new ToolScripts(folder.resolve("bin"));
        environment.put("PATH", scripts.folder() + ":/usr/bin:/bin");
        environment.put("HOME", folder.toString());
    }

    @Test
    void goProgramIsCompiledForLambda() throws IOException {
        Files.writeString(folder.resolve("module/go.mod"), "module example\n");
        scripts.add(
                "go",
                "[ $1 = version ] && echo go1.24 && exit; for word in \"$@\"; do [ \"$last\" = -o ] && out=$word;"
                        + " last=$word; done; echo \"$@ $GOOS $GOARCH $CGO_ENABLED\" | sed \"s|$out|OUT|\" > $out");

        build(go(), BuildTargets.on(Architecture.ARM64, target("go1.x", NOTHING)));

        assertThat(artifact.resolve("bootstrap"))
                .hasContent("build -trimpath -buildvcs=false -tags lambda.norpc -ldflags=-s -w -buildid= -o OUT ."
                        + " linux arm64 0");
        assertThat(go().inputs(target("go1.x", NOTHING)).files()).containsExactly(folder.resolve("module/go.mod"));
        assertThat(go().inputs(target("go1.x", NOTHING)).settings()).containsEntry("go", "go1.24");
    }

    @Test
    void goItselfMakesTheSameProgramInTwoFolders() throws IOException {
        environment.put("PATH", System.getenv("PATH"));
        Assumptions.assumeTrue(toolbox().find("go").isPresent(), "there is no Go on this machine");
        Path copy = Files.createDirectories(folder.resolve("another/home"));
        for (Path place : new Path[] {code, copy}) {
            Files.writeString(place.resolve("go.mod"), "module example\n\ngo 1.19\n");
            Files.writeString(place.resolve("main.go"), "package main\n\nfunc main() { println(1) }\n");
        }
        SortedMap<String, String> before = FolderState.of(code);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

        build(go(), BuildTargets.on(Architecture.ARM64, target("go1.x", NOTHING)));
        go().build(
                        BuildTargets.on(Architecture.ARM64, BuildTargets.function("Orders", "provided.al2023", copy)),
                        elsewhere);

        assertThat(NativeFile.read(artifact.resolve("bootstrap")).flatMap(NativeFile::architecture))
                .contains(Architecture.ARM64);
        assertThat(FolderState.of(elsewhere)).isEqualTo(FolderState.of(artifact));
        assertThat(FolderState.of(code)).isEqualTo(before);
    }

    @Test
    void codeOutsideOfAGoModuleIsRefused() {
        assertThatThrownBy(() -> build(go(), target("go1.x", NOTHING)))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("Orders: there is no go.mod in code or above it");
    }

    @Test
    void compilerThatFailsEndsTheBuildWithItsWords() throws IOException {
        Files.writeString(code.resolve("go.mod"), "module example\n");
        scripts.add("go", "echo './main.go:3:1: syntax error'; exit 1");

        assertThatThrownBy(() -> build(go(), target("go1.x", NOTHING)))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: go ended with exit code 1 (BuildMethod go1.x)")
                .hasMessageContaining("./main.go:3:1: syntax error");
    }

    @Test
    void rustBinaryBecomesTheBootstrap() throws IOException {
        givenCargoLambda("orders");
        Files.writeString(code.resolve("Cargo.toml"), "");
        SortedMap<String, String> before = FolderState.of(code);

        build(rust(), target("rust-cargolambda", NOTHING));

        assertThat(artifact.resolve("bootstrap")).hasContent("lambda build --release --x86-64 --lambda-dir OUT");
        assertThat(FolderState.of(code)).isEqualTo(before);
    }

    @Test
    void severalRustBinariesNeedAChoice() throws IOException {
        givenCargoLambda("orders", "audit");

        assertThatThrownBy(() -> build(rust(), target("rust-cargolambda", NOTHING)))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("Orders: cargo makes audit, orders")
                .hasMessageContaining("BuildProperties: {Binary: ...}");
    }

    @Test
    void rustBinaryIsThatOfTheMetadata() throws IOException {
        givenCargoLambda("audit");
        MappingNode metadata = MappingNode.of("BuildProperties", MappingNode.of("Binary", ScalarNode.string("audit")));

        build(rust(), target("rust-cargolambda", metadata));

        assertThat(artifact.resolve("bootstrap")).content().contains("--bin audit");
    }

    @Test
    void dotnetProjectIsPublishedFromACopy() throws IOException {
        Files.writeString(code.resolve("Orders.csproj"), "<Project/>");
        scripts.add(
                "dotnet",
                "[ $1 = --version ] && echo 8.0 && exit; mkdir obj; for word in \"$@\"; do"
                        + " [ \"$last\" = --output ] && out=$word; last=$word; done; echo \"$@\" > $out/Orders.dll");
        SortedMap<String, String> before = FolderState.of(code);

        build(dotnet(), BuildTargets.on(Architecture.ARM64, BuildTargets.function("Orders", "dotnet8", code)));

        assertThat(artifact.resolve("Orders.dll"))
                .content()
                .startsWith("publish --configuration Release --runtime linux-arm64 --no-self-contained");
        assertThat(FolderState.of(code)).isEqualTo(before);
    }

    @Test
    void missingCompilersAreNamedAndNothingIsCopied() throws IOException {
        Files.writeString(code.resolve("go.mod"), "module example\n");
        environment.put("PATH", folder.toString());

        assertMissing(go(), target("go1.x", NOTHING), "BuildMethod go1.x needs Go, and there is no go on the PATH");
        assertMissing(rust(), target("rust-cargolambda", NOTHING), "BuildMethod rust-cargolambda needs cargo-lambda");
        assertMissing(dotnet(), BuildTargets.function("Orders", "dotnet8", code), "Runtime dotnet8 needs the .NET SDK");
        assertThat(FolderState.of(artifact)).containsOnlyKeys("");
    }

    private void assertMissing(BuildWorkflow workflow, BuildTarget target, String words) {
        assertThatThrownBy(() -> build(workflow, target))
                .isInstanceOf(SamException.class)
                .hasMessageStartingWith("template.yaml:5:7: Orders: " + words)
                .hasMessageContaining("brew install");
    }

    private void givenCargoLambda(String... binaries) throws IOException {
        scripts.add(
                "cargo-lambda",
                "[ $2 = --version ] && echo 1.8 && exit; mkdir target; for word in \"$@\"; do"
                        + " [ \"$last\" = --lambda-dir ] && out=$word; last=$word; done; for name in "
                        + String.join(" ", binaries)
                        + "; do mkdir $out/$name; echo \"$@\" | sed \"s|$out|OUT|\" > $out/$name/bootstrap; done");
    }

    private BuildTarget target(String method, MappingNode metadata) {
        return BuildTargets.with(method, metadata, BuildTargets.function("Orders", "provided.al2023", code));
    }

    private void build(BuildWorkflow workflow, BuildTarget target) throws IOException {
        workflow.build(target, artifact);
    }

    private GoWorkflow go() {
        return new GoWorkflow(toolbox(), content());
    }

    private CargoLambdaWorkflow rust() {
        return new CargoLambdaWorkflow(toolbox(), content());
    }

    private DotnetWorkflow dotnet() {
        return new DotnetWorkflow(toolbox(), content());
    }

    private FolderContent content() {
        return new FolderContent(folder.resolve("target"));
    }

    private Toolbox toolbox() {
        return new Toolbox(environment, Toolbox.DEFAULT_TIMEOUT, (target, line) -> {});
    }
}
