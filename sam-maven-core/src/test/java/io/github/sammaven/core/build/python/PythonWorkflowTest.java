package io.github.sammaven.core.build.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.tool.ToolScripts;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonWorkflowTest {

    private static final String PURE = "py3-none-any";

    @TempDir
    private Path folder;

    private final List<SamEvent> events = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private PackageIndex index;
    private Path code;
    private Path artifact;

    @BeforeEach
    void givenCodeAndAnIndex() throws IOException {
        index = new PackageIndex(Files.createDirectory(folder.resolve("index")));
        code = Files.createDirectory(folder.resolve("code"));
        artifact = Files.createDirectory(folder.resolve("artifact"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("PYENV_ROOT", System.getenv().getOrDefault("PYENV_ROOT", ""));
        environment.put("PIP_CONFIG_FILE", "/dev/null");
        environment.put("PIP_CACHE_DIR", folder.resolve("cache").toString());
        environment.put("PIP_NO_INDEX", "1");
        environment.put("PIP_FIND_LINKS", index.folder().toString());
        Files.writeString(code.resolve("app.py"), "def handler(event, context): return 1\n");
        boolean pip = toolbox()
                .find("python3")
                .flatMap(python -> toolbox().answer(python, "-m", "pip", "--version"))
                .isPresent();
        Assumptions.assumeTrue(pip, "there is no python3 with pip on this machine");
    }

    @Test
    void packagesAndSourcesAreTogetherInTheFolder() throws IOException {
        index.wheel("outer", "1.0", PURE, "inner>=1");
        index.wheel("inner", "1.1", PURE);
        Files.createDirectories(code.resolve("pkg/__pycache__"));
        Files.writeString(code.resolve("pkg/deep.py"), "x = 1\n");
        Files.writeString(code.resolve("pkg/__pycache__/deep.pyc"), "byte code");
        Files.createDirectories(code.resolve("env/lib"));
        Files.writeString(code.resolve("env/pyvenv.cfg"), "home = /usr/bin\n");
        Files.writeString(code.resolve("env/lib/big.py"), "x = 1\n");
        require("outer==1.0");

        build(function("python3.12"));

        assertThat(files())
                .contains("app.py", "pkg/deep.py", "outer.py", "inner.py", "requirements.txt")
                .contains("outer-1.0.dist-info/METADATA")
                .noneMatch(name -> name.contains("__pycache__") || name.startsWith("env"));
    }

    @Test
    void layerHasEverythingInItsPythonFolder() throws IOException {
        index.wheel("inner", "1.1", PURE);
        require("inner");

        build(BuildTargets.layer("Common", "python3.12", code));

        assertThat(files()).contains("python/app.py", "python/inner.py").allMatch(name -> name.startsWith("python"));
    }

    @ParameterizedTest
    @CsvSource({
        "python3.12, X86_64, cp312-cp312-manylinux_2_28_x86_64",
        "python3.12, ARM64,  cp312-cp312-manylinux2014_aarch64",
        "python3.11, X86_64, cp311-cp311-manylinux_2_17_x86_64",
        "python3.13, X86_64, cp39-abi3-manylinux2014_x86_64"
    })
    void wheelIsThatOfTheRuntimeAndMachine(String runtime, Architecture architecture, String tag) throws IOException {
        index.wheel("native", "1.0", "cp312-cp312-manylinux_2_28_x86_64");
        index.wheel("native", "1.0", "cp312-cp312-manylinux2014_aarch64");
        index.wheel("native", "1.0", "cp311-cp311-manylinux_2_28_x86_64");
        index.wheel("native", "1.0", "cp311-cp311-manylinux_2_17_x86_64");
        index.wheel("native", "1.0", "cp39-abi3-manylinux2014_x86_64");
        index.wheel("native", "1.0", "cp312-cp312-macosx_11_0_arm64");
        index.wheel("native", "1.0", "cp312-cp312-manylinux_2_39_x86_64");
        require("native");

        build(BuildTargets.on(architecture, function(runtime)));

        assertThat(artifact.resolve("native.py")).content().contains(tag);
    }

    @Test
    void packageWithoutAWheelForTheRuntimeIsRefused() throws IOException {
        index.wheel("native", "1.0", "cp311-cp311-manylinux_2_28_x86_64");
        require("native");

        assertThatThrownBy(() -> build(function("python3.11")))
                .isInstanceOf(SamException.class)
                .hasMessageStartingWith("template.yaml:5:7: Orders: ")
                .hasMessageContaining("native");
    }

    @Test
    void pureSourceIsBuiltHere() throws IOException {
        index.source("pure", "1.0", PURE);
        index.wheel("native", "1.0", "cp312-cp312-manylinux2014_aarch64");
        require("pure");

        build(BuildTargets.on(Architecture.ARM64, function("python3.12")));

        assertThat(artifact.resolve("pure.py")).hasContent("made = 'from source'");
    }

    @Test
    void sourceThatMakesNativeCodeForAnotherMachineIsRefused() throws IOException {
        index.source("native", "1.0", hostTag());
        require("native");

        assertThatThrownBy(() -> build(BuildTargets.on(Architecture.ARM64, function("python3.14"))))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: there is a package without a wheel for Python 3.14 on aarch64 with"
                        + " glibc 2.34, and its source is not pure Python")
                .hasMessageContaining("this machine makes or finds only native-1.0-" + hostTag() + ".whl");
    }

    @Test
    void extensionModuleForAnotherMachineIsRefused() throws IOException {
        Files.write(code.resolve("unused.so"), HexFormat.of().parseHex("7f454c4602010100000000000000000003003e00"));
        Path wheel = index.wheel(
                "native",
                "1.0",
                "cp312-cp312-manylinux2014_aarch64",
                Map.of("native.so", "\u007fELF\2\1\1" + "\0".repeat(9) + "\3\0\u003e\0"));
        require("native");

        assertThatThrownBy(() -> build(BuildTargets.on(Architecture.ARM64, function("python3.12"))))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(
                        "Orders: native.so was built for Linux x86_64, and the function runs on Linux" + " aarch64");
        assertThat(wheel).exists();
    }

    @Test
    void checkedHashesAreHonoured() throws Exception {
        Path inner = index.wheel("inner", "1.1", PURE);
        Path source = index.source("pure", "1.0", PURE);
        require("inner==1.1 \\\n    --hash=sha256:" + sha256(inner) + "\npure==1.0 --hash=sha256:" + sha256(source));

        build(function("python3.12"));

        assertThat(files()).contains("inner.py", "pure.py");
    }

    @Test
    void packageWithAnotherHashIsRefused() throws IOException {
        index.wheel("inner", "1.1", PURE);
        require("inner==1.1 --hash=sha256:" + "0".repeat(64));

        assertThatThrownBy(() -> build(function("python3.12")))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("exit code 1 (Runtime python3.12)")
                .hasMessageContaining("DO NOT MATCH THE HASHES");
    }

    @Test
    void localProjectIsInstalledAndSourcesStayUntouched() throws IOException {
        PackageIndex.project(folder.resolve("shared"), "shared", "1.0", PURE);
        PackageIndex.project(code.resolve("vendored"), "vendored", "1.0", PURE);
        require("../shared\n./vendored");
        SortedMap<String, String> before = FolderState.of(code);
        SortedMap<String, String> sharedBefore = FolderState.of(folder.resolve("shared"));

        build(function("python3.12"));

        assertThat(files()).contains("shared.py", "vendored.py");
        assertThat(FolderState.of(code)).isEqualTo(before);
        assertThat(FolderState.of(folder.resolve("shared"))).isEqualTo(sharedBefore);
    }

    @Test
    void twoFoldersGetTheSameBytes() throws IOException {
        index.wheel("inner", "1.1", PURE);
        index.source("pure", "1.0", PURE);
        PackageIndex.project(code.resolve("vendored"), "vendored", "1.0", PURE);
        require("./vendored\ninner\npure");
        build(function("python3.12"));
        Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
        Path copy = Files.createDirectories(folder.resolve("another/home/code"));
        copyTree(code, copy);
        environment.put("TZ", "Pacific/Apia");

        workflow().build(BuildTargets.function("Orders", "python3.12", copy), elsewhere);

        assertThat(FolderState.of(elsewhere)).isEqualTo(FolderState.of(artifact));
        assertThat(artifact.resolve("bin/inner")).content().startsWith("#!/usr/bin/env python3\n");
        assertThat(artifact.resolve("vendored-1.0.dist-info/direct_url.json")).doesNotExist();
        assertThat(artifact.resolve("vendored-1.0.dist-info/RECORD")).content().doesNotContain("direct_url");
    }

    @Test
    void whatAnEarlierBuildLeftIsGone() throws IOException {
        Files.createDirectories(artifact.resolve("old"));
        Files.writeString(artifact.resolve("old/module.py"), "x = 1");

        build(function("python3.12"));

        assertThat(files()).containsExactly("app.py");
    }

    @Test
    void indexOfTheEnvironmentIsAskedAndItsPasswordIsNotShown() throws Exception {
        byte[] wheel = Files.readAllBytes(index.wheel("inner", "1.1", PURE));
        List<String> credentials = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/simple/inner/", exchange -> {
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            boolean page = exchange.getRequestURI().getPath().endsWith("/");
            byte[] body = page
                    ? "<a href='inner-1.1-py3-none-any.whl'>inner-1.1-py3-none-any.whl</a>"
                            .getBytes(StandardCharsets.UTF_8)
                    : wheel;
            exchange.getResponseHeaders().add("Content-Type", page ? "text/html" : "application/octet-stream");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            environment.remove("PIP_NO_INDEX");
            environment.remove("PIP_FIND_LINKS");
            environment.put(
                    "PIP_INDEX_URL",
                    "http://me:hunter2hunter2@127.0.0.1:" + server.getAddress().getPort() + "/simple");
            require("inner");
            build(function("python3.12"));
            require("absent");

            assertThatThrownBy(() -> build(function("python3.12")))
                    .hasMessageContaining("absent")
                    .hasMessageNotContaining("hunter2");
            assertThat(files()).contains("inner.py");
            assertThat(credentials)
                    .contains("Basic "
                            + Base64.getEncoder().encodeToString("me:hunter2hunter2".getBytes(StandardCharsets.UTF_8)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void missingPythonIsNamedWithHowToGetIt() throws IOException {
        require("inner");
        environment.put("PATH", folder.toString());

        assertThatThrownBy(() -> build(function("python3.12")))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: Runtime python3.12 needs Python 3 with pip")
                .hasMessageContaining("apt install python3-pip, brew install python@3.12, winget install");
    }

    @Test
    void missingUvIsNamedWithHowToGetIt() throws IOException {
        environment.put("PATH", folder.toString());
        BuildTarget target =
                BuildTargets.with("python-uv", function("python3.12").metadata(), function("python3.12"));

        assertThatThrownBy(() -> build(target))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: BuildMethod python-uv needs uv")
                .hasMessageContaining("brew install uv");
    }

    @Test
    void lockFileOfUvIsInstalledForLambda() throws IOException {
        ToolScripts scripts = new ToolScripts(folder.resolve("bin"));
        scripts.add(
                "uv",
                "case $1 in --version) echo uv 0.9;; export) while [ $1 != --output-file ]; do shift; done;"
                        + " echo inner > $2;; pip) echo \"$5 $6 $7 $8 $(cat ${12})\" > $4/said.py;; esac");
        environment.put("PATH", scripts.folder() + ":" + System.getenv("PATH"));
        Files.writeString(code.resolve("uv.lock"), "version = 1\n");
        Files.writeString(code.resolve("pyproject.toml"), "[project]\n");
        SortedMap<String, String> before = FolderState.of(code);
        BuildTarget target = BuildTargets.on(
                Architecture.ARM64,
                BuildTargets.with("python-uv", function("python3.12").metadata(), function("python3.12")));

        build(target);

        assertThat(artifact.resolve("said.py"))
                .hasContent("--python-version 3.12 --python-platform aarch64-manylinux_2_28 inner");
        assertThat(FolderState.of(code)).isEqualTo(before);
        assertThat(workflow().inputs(target).settings()).containsEntry("tool", "uv 0.9");
    }

    @Test
    void otherManifestIsTakenOnRequest() throws IOException {
        index.wheel("inner", "1.1", PURE);
        Path manifest = Files.writeString(folder.resolve("production.txt"), "inner\n");
        PythonWorkflow workflow = new PythonWorkflow(
                toolbox(), new FolderContent(folder.resolve("target")), Optional.of(manifest), events::add);

        workflow.build(function("python3.12"), artifact);

        assertThat(files()).containsOnlyOnce("inner.py");
        assertThat(workflow.inputs(function("python3.12")).files()).contains(manifest);
    }

    @Test
    void packagesInAFileThatIsNotReadAreWarnedOf() throws IOException {
        Files.writeString(code.resolve("poetry.lock"), "");

        build(function("python3.12"));

        assertThat(events).singleElement().isInstanceOfSatisfying(Warning.class, warning -> assertThat(
                        warning.problem().message())
                .isEqualTo("Orders: code has poetry.lock but no requirements.txt, so no packages are installed"));
    }

    @Test
    void layerThatNamesNoPythonIsRefused() {
        assertThatThrownBy(() -> build(BuildTargets.layer("Common", "python", code)))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("set BuildMethod, or CompatibleRuntimes, to a runtime such as python3.13");
    }

    @Test
    void inputsAreEverythingTheResultDependsOn() throws IOException {
        Files.writeString(folder.resolve("constraints.txt"), "inner<2\n");
        Files.createDirectories(folder.resolve("shared"));
        Files.createDirectories(code.resolve(".venv"));
        Files.writeString(code.resolve(".venv/x.py"), "");
        require("inner\n../shared\n-c ../constraints.txt");

        var inputs = workflow().inputs(function("python3.12"));

        assertThat(inputs.files())
                .containsExactlyInAnyOrder(
                        code.resolve("app.py"),
                        code.resolve("requirements.txt"),
                        folder.resolve("constraints.txt"),
                        folder.resolve("shared"));
        assertThat(inputs.settings())
                .containsEntry("python", "3.12")
                .containsEntry("architecture", "x86_64")
                .containsKeys("PIP_NO_INDEX", "tool");
    }

    @Test
    void otherIndexIsAnotherInputThoughItIsNotWrittenDown() throws IOException {
        require("inner");
        environment.put("PIP_INDEX_URL", "https://me:secret@one/simple");
        var one = workflow().inputs(function("python3.12"));
        environment.put("PIP_INDEX_URL", "https://me:secret@two/simple");
        var two = workflow().inputs(function("python3.12"));

        assertThat(one).isNotEqualTo(two);
        assertThat(one.settings().values()).noneMatch(value -> value.contains("secret"));
    }

    private BuildTarget function(String runtime) {
        return BuildTargets.function("Orders", runtime, code);
    }

    private void build(BuildTarget target) throws IOException {
        workflow().build(target, artifact);
    }

    private PythonWorkflow workflow() {
        return new PythonWorkflow(
                toolbox(), new FolderContent(folder.resolve("target")), Optional.empty(), events::add);
    }

    private Toolbox toolbox() {
        return new Toolbox(environment, Toolbox.DEFAULT_TIMEOUT, (target, line) -> {});
    }

    private void require(String requirements) throws IOException {
        Files.writeString(code.resolve("requirements.txt"), requirements + "\n");
    }

    private List<String> files() throws IOException {
        return FolderState.of(artifact).entrySet().stream()
                .filter(entry -> !entry.getValue().equals("folder"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String hostTag() {
        return "cp311-cp311-linux_x86_64";
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(path -> !path.equals(from)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
