package io.github.sammaven.core.build.ruby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolScripts;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildTargets;
import io.github.sammaven.core.build.workflow.FolderState;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RubyWorkflowTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private ToolScripts scripts;
    private Path code;
    private Path artifact;
    private String runtime;

    @BeforeEach
    void givenCodeAndRuby() throws IOException {
        code = Files.createDirectories(folder.resolve("code/app"));
        artifact = Files.createDirectory(folder.resolve("artifact"));
        scripts = new ToolScripts(folder.resolve("bin"));
        environment.put("PATH", scripts.folder() + ":" + System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        Files.writeString(code.resolve("app.rb"), "def handler(event:, context:) = 1\n");
        Assumptions.assumeTrue(toolbox().find("ruby").isPresent(), "there is no Ruby on this machine");
        Path ruby = toolbox().find("ruby").orElseThrow();
        runtime = "ruby"
                + toolbox()
                        .answer(ruby, "-e", "print RUBY_VERSION[/\\d+\\.\\d+/]")
                        .orElseThrow();
    }

    @Test
    void gemsAreInstalledAndSourcesStayUntouched() throws IOException {
        givenGems();
        SortedMap<String, String> before = FolderState.of(code);

        build(function());

        assertThat(files())
                .contains("app.rb", "Gemfile", "Gemfile.lock", ".bundle/config")
                .anyMatch(name -> name.matches("vendor/bundle/ruby/[\\d.]+/gems/inner-1.0.0/lib/inner.rb"))
                .anyMatch(name -> name.matches("vendor/bundle/ruby/[\\d.]+/specifications/inner-1.0.0.gemspec"))
                .noneMatch(name -> name.contains("/cache/"));
        assertThat(FolderState.of(code)).isEqualTo(before);
    }

    @Test
    void layerHasGemsWhereLambdaLooksForThem() throws IOException {
        givenGems();

        build(BuildTargets.layer("Common", runtime, code));

        assertThat(files())
                .contains("ruby/app.rb")
                .anyMatch(name -> name.matches("ruby/gems/[\\d.]+/gems/inner-1.0.0/lib/inner.rb"))
                .allMatch(name -> name.startsWith("ruby/"));
    }

    @Test
    void twoFoldersGetTheSameBytes() throws IOException {
        givenGems();
        build(function());
        Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
        Path copy = Files.createDirectories(folder.resolve("another/home"));
        for (String name : List.of("app.rb", "Gemfile")) {
            Files.copy(code.resolve(name), copy.resolve(name));
        }
        environment.put("TZ", "Pacific/Apia");

        workflow().build(BuildTargets.function("Orders", runtime, copy), elsewhere);

        assertThat(FolderState.of(elsewhere)).isEqualTo(FolderState.of(artifact));
    }

    @Test
    void gemThatCannotBeHadIsNamedByBundler() throws IOException {
        givenGems();
        Files.writeString(code.resolve("Gemfile"), "gem 'no-such-gem'\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: bundle ended with exit code")
                .hasMessageContaining("no-such-gem");
    }

    @Test
    void otherRubyThanTheRuntimesIsRefused() throws IOException {
        givenGems();

        assertThatThrownBy(() -> build(BuildTargets.function("Orders", "ruby9.9", code)))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Orders: Runtime ruby9.9 needs Ruby 9.9 to install gems")
                .hasMessageContaining("first on the PATH");
    }

    @Test
    void codeWithoutAGemfileIsTakenAsItIs() throws IOException {
        environment.put("PATH", folder.toString());

        build(function());

        assertThat(files()).containsExactly("app.rb");
    }

    @Test
    void missingBundlerIsNamedWithHowToGetIt() throws IOException {
        Files.writeString(code.resolve("Gemfile"), "source 'https://rubygems.org'\n");
        Path ruby = toolbox().find("ruby").orElseThrow();
        scripts.add("ruby", "exec " + ruby + " \"$@\"");
        environment.put("PATH", scripts.folder().toString());

        assertThatThrownBy(() -> build(function()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(
                        "Orders: Runtime " + runtime + " needs Bundler, and there is no bundle on the PATH")
                .hasMessageContaining("gem install bundler");
    }

    @Test
    void inputsAreSourcesAndTools() throws IOException {
        givenGems();
        environment.put("BUNDLE_MIRROR", "https://me:secret@host");

        var inputs = workflow().inputs(function());

        assertThat(inputs.files()).containsExactly(code.resolve("Gemfile"), code.resolve("app.rb"));
        assertThat(inputs.settings()).containsKeys("ruby", "bundler", "BUNDLE_MIRROR", "architecture");
        assertThat(inputs.settings().values()).noneMatch(value -> value.contains("secret"));
    }

    /** A gem in an index of its own, and Bundler even where only Ruby itself brings it. */
    private void givenGems() throws IOException {
        scripts.add("bundle", "exec ruby -rbundler -e 'load Gem.bin_path(\"bundler\", \"bundle\")' -- \"$@\"");
        Path gem = Files.createDirectories(folder.resolve("gem/lib")).getParent();
        Path index = Files.createDirectories(folder.resolve("index/gems")).getParent();
        Files.writeString(gem.resolve("lib/inner.rb"), "INNER = 1\n");
        Files.writeString(
                gem.resolve("inner.gemspec"),
                "Gem::Specification.new { |s| s.name = 'inner'; s.version = '1.0.0'; s.summary = 'x';"
                        + " s.authors = ['x']; s.files = ['lib/inner.rb'] }\n");
        gem(
                gem,
                "build",
                "inner.gemspec",
                "-o",
                index.resolve("gems/inner-1.0.0.gem").toString());
        gem(gem, "generate_index", "-d", index.toString());
        Files.writeString(code.resolve("Gemfile"), "source 'file://" + index + "'\ngem 'inner'\n");
    }

    private void gem(Path directory, String... arguments) {
        Path gem = toolbox().find("gem").orElseThrow();
        ToolUse use = new ToolUse("test", "gems", SourceMark.NONE);
        var result = toolbox().attempt(new ToolCommand(gem, List.of(arguments), directory, environment), use);
        Assumptions.assumeTrue(result.isSuccess(), () -> "this RubyGems cannot make an index: " + result.lastWords());
    }

    private BuildTarget function() {
        return BuildTargets.function("Orders", runtime, code);
    }

    private void build(BuildTarget target) throws IOException {
        workflow().build(target, artifact);
    }

    private RubyWorkflow workflow() {
        return new RubyWorkflow(toolbox(), new FolderContent(folder.resolve("target")));
    }

    private Toolbox toolbox() {
        return new Toolbox(environment, Toolbox.DEFAULT_TIMEOUT, (target, line) -> {});
    }

    private List<String> files() throws IOException {
        return FolderState.of(artifact).entrySet().stream()
                .filter(entry -> !entry.getValue().equals("folder"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
