package io.github.sammaven.core.build.nodejs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.tool.ToolScripts;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EsbuildWorkflowTest {

    /** Writes its arguments where the bundle belongs. */
    private static final String STAND_IN = """
            if [ "$1" = --version ]; then echo 0.25.0; exit; fi
            for word in "$@"; do case $word in --outdir=*) out=${word#--outdir=};; esac; done
            mkdir -p $out; echo "$@" | sed "s|$out|OUT|" > $out/app.js""";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private ToolScripts scripts;
    private Path code;
    private Path artifact;

    @BeforeEach
    void givenCode() throws IOException {
        scripts = new ToolScripts(folder.resolve("bin"));
        code = Files.createDirectory(folder.resolve("code"));
        artifact = Files.createDirectory(folder.resolve("artifact"));
        environment.put("PATH", scripts.folder() + ":" + System.getenv("PATH"));
        environment.put("HOME", System.getenv("HOME"));
        Files.writeString(code.resolve("app.ts"), "export const handler = async (e: string): Promise<number> => 1;\n");
    }

    @Test
    void propertiesBecomeArguments() throws IOException {
        scripts.add("esbuild", STAND_IN);

        build(Map.of(
                "EntryPoints", SequenceNode.ofTexts("app.ts", "worker.ts"),
                "Minify", ScalarNode.bool(false),
                "Sourcemap", ScalarNode.bool(true),
                "Target", ScalarNode.string("node22"),
                "Format", ScalarNode.string("esm"),
                "MainFields", ScalarNode.string("module,main"),
                "External", SequenceNode.ofTexts("@aws-sdk/*", "sharp"),
                "OutExtension", SequenceNode.ofTexts(".js=.mjs"),
                "Loader", SequenceNode.ofTexts(".html=text"),
                "Banner", MappingNode.of("js", ScalarNode.string("/*x*/"))));

        assertThat(artifact.resolve("app.js"))
                .hasContent("app.ts worker.ts --bundle --platform=node --log-level=warning --outdir=OUT"
                        + " --banner:js=/*x*/ --external:@aws-sdk/* --external:sharp --format=esm"
                        + " --loader:.html=text --main-fields=module,main --out-extension:.js=.mjs --sourcemap"
                        + " --target=node22");
    }

    @Test
    void bundleIsMinifiedForEs2020IfNothingIsSaid() throws IOException {
        scripts.add("esbuild", STAND_IN);

        build(Map.of("EntryPoints", SequenceNode.ofTexts("app.ts")));

        assertThat(artifact.resolve("app.js"))
                .hasContent("app.ts --bundle --platform=node --log-level=warning --outdir=OUT --minify"
                        + " --target=es2020");
    }

    @Test
    void handlerThatIsInNoBundleIsRefused() throws IOException {
        scripts.add("esbuild", STAND_IN.replace("/app.js", "/other.js"));

        assertThatThrownBy(() -> build(Map.of("EntryPoints", SequenceNode.ofTexts("other.ts"))))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageStartingWith(
                        "template.yaml:5:7: Orders: Handler app.handler is in none of the bundles other.js");
    }

    @Test
    void unknownPropertyAndMissingEntryPointsAreReportedTogether() {
        assertThatThrownBy(() -> build(Map.of("Minfy", ScalarNode.bool(true))))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("Orders: unknown build property 'Minfy'\n    Did you mean 'Minify'?")
                .hasMessageContaining("Orders: BuildMethod esbuild needs BuildProperties with EntryPoints");
    }

    @Test
    void failureOfEsbuildEndsTheBuildWithItsWords() throws IOException {
        scripts.add("esbuild", "echo 'app.ts:1:7: ERROR: Expected identifier'; exit 1");

        assertThatThrownBy(() -> build(Map.of("EntryPoints", SequenceNode.ofTexts("app.ts"))))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: esbuild ended with exit code 1 (BuildMethod esbuild)")
                .hasMessageContaining("ERROR: Expected identifier");
    }

    @Test
    void missingEsbuildIsNamedWithHowToGetIt() {
        environment.put("PATH", scripts.folder().toString());

        assertThatThrownBy(() -> build(Map.of("EntryPoints", SequenceNode.ofTexts("app.ts"))))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: BuildMethod esbuild needs esbuild, and there is no esbuild in"
                        + " node_modules/.bin or on the PATH")
                .hasMessageContaining("npm install --save-dev esbuild");
    }

    @Test
    void optionsAndVersionAreInputs() throws IOException {
        scripts.add("esbuild", STAND_IN);
        BuildTarget target = target(Map.of("EntryPoints", SequenceNode.ofTexts("app.ts")));

        assertThat(workflow().inputs(target).settings())
                .containsEntry("esbuild", "0.25.0")
                .containsEntry("options", "app.ts --minify --target=es2020");
        assertThat(workflow().inputs(target).files()).containsExactly(code.resolve("app.ts"));
    }

    @Test
    void esbuildOfTheProjectBundlesTypeScript() throws IOException {
        assumeRegistry();
        Files.writeString(code.resolve("package.json"), "{\"devDependencies\": {\"esbuild\": \"0.25.0\"}}");
        Files.createDirectory(code.resolve("src"));
        Files.move(code.resolve("app.ts"), code.resolve("src/app.ts"));
        SortedMap<String, String> before = FolderState.of(code);
        BuildTarget plain =
                target(Map.of("EntryPoints", SequenceNode.ofTexts("src/app.ts"), "Sourcemap", ScalarNode.bool(true)));

        workflow().build(plain, artifact);

        assertThat(artifact.resolve("app.js")).content().contains("handler").doesNotContain("Promise<number>");
        assertThat(artifact.resolve("app.js.map")).exists();
        assertThat(artifact.resolve("node_modules")).doesNotExist();
        assertThat(FolderState.of(code)).isEqualTo(before);
    }

    private static void assumeRegistry() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("registry.npmjs.org", 443), 5_000);
        } catch (IOException offline) {
            Assumptions.abort("the npm registry cannot be reached: " + offline.getMessage());
        }
    }

    private void build(Map<String, Node> properties) throws IOException {
        workflow().build(target(properties), artifact);
    }

    private BuildTarget target(Map<String, Node> properties) {
        MappingNode metadata = MappingNode.of("BuildProperties", MappingNode.of(properties));
        return BuildTargets.with("esbuild", metadata, BuildTargets.function("Orders", "nodejs22.x", code));
    }

    private EsbuildWorkflow workflow() {
        return new EsbuildWorkflow(
                new Toolbox(environment, Toolbox.DEFAULT_TIMEOUT, (target, line) -> {}),
                new FolderContent(folder.resolve("target")));
    }
}
