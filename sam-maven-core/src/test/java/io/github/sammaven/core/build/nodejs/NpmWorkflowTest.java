package io.github.sammaven.core.build.nodejs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.tool.ToolScripts;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmWorkflowTest {

    @TempDir
    private Path folder;

    private final List<SamEvent> events = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path code;
    private Path artifact;

    @BeforeEach
    void givenCode() throws IOException {
        code = Files.createDirectories(folder.resolve("work/code"));
        artifact = Files.createDirectory(folder.resolve("artifact"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("npm_config_offline", "true");
        write("app.js", "exports.handler = async () => require('shared');\n");
        Assumptions.assumeTrue(toolbox().find("npm").isPresent(), "there is no npm on this machine");
    }

    @Test
    void localPackagesAreInstalledAndSourcesStayUntouched() throws IOException {
        givenLocalDependencies();
        SortedMap<String, String> before = FolderState.of(folder.resolve("work"));

        build(function());

        assertThat(files())
                .contains(
                        "app.js",
                        "package.json",
                        "node_modules/shared/index.js",
                        "node_modules/shared/package.json",
                        "node_modules/inner/index.js")
                .noneMatch(name -> name.contains(".npmrc") || name.contains(".bin") || name.contains("package-lock"));
        assertThat(FolderState.of(folder.resolve("work"))).isEqualTo(before);
    }

    @Test
    void lockFileIsFollowed() throws IOException {
        givenLocalDependencies();
        write("package-lock.json", """
                {"name": "code", "lockfileVersion": 3, "requires": true, "packages": {
                  "": {"dependencies": {"inner": "file:./inner", "shared": "file:../shared"}},
                  "../shared": {"version": "1.0.0"},
                  "inner": {"version": "1.0.0"},
                  "node_modules/inner": {"resolved": "inner", "link": true},
                  "node_modules/shared": {"resolved": "../shared", "link": true}}}
                """);

        build(function());

        assertThat(files()).contains("node_modules/shared/index.js", "node_modules/inner/index.js");
    }

    @Test
    void lockFileThatIsOutdatedIsRefused() throws IOException {
        givenLocalDependencies();
        write("package-lock.json", "{\"name\": \"code\", \"lockfileVersion\": 3, \"packages\": {\"\": {}}}");

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(SamException.class)
                .hasMessageStartingWith("template.yaml:5:7: Orders: npm ended with exit code 1 (Runtime nodejs22.x)")
                .hasMessageContaining("package-lock.json")
                .hasMessageContaining("Missing:")
                .hasMessageNotContaining("--include-workspace-root");
    }

    @Test
    void packageThatCannotBeHadIsNamedByNpm() throws IOException {
        write("package.json", "{\"dependencies\": {\"no-such-package-here\": \"1.0.0\"}}");

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("no-such-package-here");
    }

    @Test
    void filesThatNpmWouldNotPublishAreLeftOut() throws IOException {
        write("package.json", "{}");
        write(".npmignore", "test\n*.md\n");
        write(".npmrc", "//registry.npmjs.org/:_authToken=top-secret\n");
        write("test/app.test.js", "");
        write("notes.md", "");
        write("lib/deep.js", "");
        write("node_modules/stale/index.js", "");

        build(function());

        assertThat(files()).containsExactly("app.js", "lib/deep.js", "package.json");
    }

    @Test
    void filesOfThePackageAreThoseItNames() throws IOException {
        write("package.json", "{\"files\": [\"app.js\"]}");
        write("other.js", "");

        build(function());

        assertThat(files()).containsExactly("app.js", "package.json");
        assertThat(artifact.resolve("package.json")).hasContent("{\"files\": [\"app.js\"]}");
    }

    @Test
    void layerHasEverythingInItsNodejsFolder() throws IOException {
        givenLocalDependencies();

        build(BuildTargets.layer("Common", "nodejs22.x", code));

        assertThat(files())
                .contains("nodejs/node_modules/shared/index.js", "nodejs/package.json")
                .allMatch(name -> name.startsWith("nodejs/"));
    }

    @Test
    void codeWithoutAManifestIsTakenAsItIs() throws IOException {
        write("node_modules/vendored/index.js", "");
        write(".npmrc", "secret");
        environment.put("PATH", folder.toString());

        build(function());

        assertThat(files()).containsExactly("app.js", "node_modules/vendored/index.js");
    }

    @Test
    void productionPackagesForLambdaAreAskedFor() throws IOException {
        ToolScripts scripts = new ToolScripts(folder.resolve("bin"));
        scripts.add(
                "npm",
                "case $1 in pack) echo '[{\"files\": [{\"path\": \"app.js\"}]}]';;"
                        + " *) mkdir node_modules; echo \"$@ arch=$npm_config_arch\" > node_modules/said;; esac");
        environment.put("PATH", scripts.folder() + ":" + System.getenv("PATH"));
        write("package.json", "{}");
        write("package-lock.json", "{}");

        build(BuildTargets.on(Architecture.ARM64, function()));

        assertThat(artifact.resolve("node_modules/said"))
                .hasContent("ci --omit=dev --no-audit --no-fund --no-update-notifier --os=linux --cpu=arm64"
                        + " --libc=glibc arch=arm64");
    }

    @Test
    void addonForAnotherMachineIsRefused() throws IOException {
        Path addon = code.resolve("inner/build/Release/fast.node");
        givenLocalDependencies();
        Files.createDirectories(addon.getParent());
        Files.write(addon, HexFormat.of().parseHex("7f454c4602010100000000000000000003003e00"));

        assertThatThrownBy(() -> build(BuildTargets.on(Architecture.ARM64, function())))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: node_modules/inner/build/Release/fast.node was built for Linux x86_64,"
                        + " and the function runs on Linux arm64");
    }

    @Test
    void installScriptThatFailsEndsTheBuildWithItsWords() throws IOException {
        write("package.json", "{\"scripts\": {\"postinstall\": \"echo no compiler here; exit 7\"}}");

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("npm ended with exit code 7")
                .hasMessageContaining("no compiler here");
    }

    @Test
    void twoFoldersGetTheSameBytes() throws IOException {
        givenLocalDependencies();
        build(function());
        Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
        Path work = folder.resolve("another/home");
        copyTree(folder.resolve("work"), work);
        environment.put("TZ", "Pacific/Apia");

        workflow().build(BuildTargets.function("Orders", "nodejs22.x", work.resolve("code")), elsewhere);

        assertThat(FolderState.of(elsewhere)).isEqualTo(FolderState.of(artifact));
    }

    @Test
    void missingNpmIsNamedWithHowToGetIt() throws IOException {
        write("package.json", "{}");
        environment.put("PATH", folder.toString());

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(SamException.class)
                .hasMessage("template.yaml:5:7: Orders: Runtime nodejs22.x needs npm, and there is no npm on the PATH\n"
                        + "    apt install npm, brew install node, winget install OpenJS.NodeJS.LTS, or"
                        + " https://nodejs.org");
    }

    @Test
    void lockFileOfAnotherToolIsWarnedOf() throws IOException {
        write("package.json", "{}");
        write("yarn.lock", "");

        build(function());

        assertThat(events).singleElement().isInstanceOfSatisfying(Warning.class, warning -> assertThat(
                        warning.problem().message())
                .isEqualTo("Orders: npm does not read yarn.lock, so it chooses versions itself"));
    }

    @Test
    void manifestThatIsNoJsonIsNamedWithItsLine() throws IOException {
        write("package.json", "{\n  \"name\": oops\n}");

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("package.json is not valid JSON in line 2");
    }

    @Test
    void inputsAreSourcesOfLocalPackagesToo() throws IOException {
        givenLocalDependencies();
        write("node_modules/stale/index.js", "");

        var inputs = workflow().inputs(function());

        assertThat(inputs.files())
                .contains(code.resolve("app.js"), code.resolve(".npmrc"), folder.resolve("work/shared/index.js"))
                .noneMatch(file -> file.toString().contains("stale"));
        assertThat(inputs.settings()).containsKeys("npm", "npm_config_offline").containsEntry("architecture", "x86_64");
    }

    private void givenLocalDependencies() throws IOException {
        write("package.json", "{\"dependencies\": {\"inner\": \"file:./inner\", \"shared\": \"file:../shared\"}}");
        write(".npmrc", "save-exact=true\n");
        write("inner/package.json", "{\"name\": \"inner\", \"version\": \"1.0.0\", \"bin\": \"index.js\"}");
        write("inner/index.js", "");
        write("../shared/package.json", "{\"name\": \"shared\", \"version\": \"1.0.0\"}");
        write("../shared/index.js", "module.exports = 1;\n");
    }

    private BuildTarget function() {
        return BuildTargets.function("Orders", "nodejs22.x", code);
    }

    private void build(BuildTarget target) throws IOException {
        workflow().build(target, artifact);
    }

    private NpmWorkflow workflow() {
        return new NpmWorkflow(toolbox(), new FolderContent(folder.resolve("target")), events::add);
    }

    private Toolbox toolbox() {
        return new Toolbox(environment, Toolbox.DEFAULT_TIMEOUT, (target, line) -> {});
    }

    private void write(String name, String content) throws IOException {
        Path file = code.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<String> files() throws IOException {
        return FolderState.of(artifact).entrySet().stream()
                .filter(entry -> !entry.getValue().equals("folder"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
