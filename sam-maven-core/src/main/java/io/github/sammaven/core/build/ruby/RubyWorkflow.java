package io.github.sammaven.core.build.ruby;

import io.github.sammaven.core.build.binary.NativeFile;
import io.github.sammaven.core.build.folder.ArtifactLayout;
import io.github.sammaven.core.build.folder.ContentMirror;
import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.folder.ScratchFolder;
import io.github.sammaven.core.build.tool.Tool;
import io.github.sammaven.core.build.tool.ToolCommand;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds Ruby code with Bundler: gems in {@code vendor/bundle}, or in {@code ruby/gems} of a layer. Ruby here must be of
 * the runtime's version, as gems are kept by it.
 */
public final class RubyWorkflow implements BuildWorkflow {

    private static final String GEMFILE = "Gemfile";
    private static final String VERSION_QUESTION = "puts RbConfig::CONFIG['MAJOR'] + '.' + RbConfig::CONFIG['MINOR']";

    /** So that {@code bundler/setup} in Lambda misses no gem that was left out. */
    private static final String CONFIG = "---\nBUNDLE_PATH: \"vendor/bundle\"\nBUNDLE_WITHOUT: \"development:test\"\n";

    private static final Tool BUNDLER = new Tool(
            "Bundler",
            "bundle",
            "gem install bundler, apt install ruby-bundler, brew install ruby, or https://bundler.io");
    private static final Tool RUBY = new Tool(
            "Ruby",
            "ruby",
            "apt install ruby-full, brew install ruby, winget install RubyInstallerTeam.Ruby, or"
                    + " https://www.ruby-lang.org");

    private final Toolbox tools;
    private final FolderContent content;

    public RubyWorkflow(Toolbox tools, FolderContent content) {
        this.tools = tools;
        this.content = content;
    }

    @Override
    public BuildInputs inputs(BuildTarget target) throws IOException {
        TreeMap<String, String> settings = new TreeMap<>(tools.fingerprints(
                name -> name.startsWith("BUNDLE_") || name.startsWith("GEM_") || name.equals("RUBYOPT")));
        settings.put("ruby", version(target));
        settings.put("architecture", target.architecture().lambdaName());
        settings.put("layer", Boolean.toString(target.layer()));
        if (hasGems(target)) {
            Path bundle = tools.require(BUNDLER, use(target));
            settings.put("bundler", tools.answer(bundle, "--version").orElse(""));
        }
        return new BuildInputs(List.copyOf(sources(target).values()), settings);
    }

    @Override
    public void build(BuildTarget target, Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        String top = target.layer() ? "ruby/" : "";
        sources(target).forEach((name, file) -> files.put(top + name, file));
        try (ScratchFolder scratch = ScratchFolder.create()) {
            if (hasGems(target)) {
                Path copy = install(target, scratch);
                Map<String, Path> gems = RubyFiles.gems(content.of(copy), target.layer());
                checkExtensions(gems, target);
                files.putAll(gems);
                if (!target.layer()) {
                    files.put("Gemfile.lock", copy.resolve("Gemfile.lock"));
                    files.put(
                            ".bundle/config",
                            Files.writeString(scratch.newFolder("config").resolve("config"), CONFIG));
                }
            }
            new ContentMirror().write(ArtifactLayout.of(files), folder);
        }
    }

    private Path install(BuildTarget target, ScratchFolder scratch) throws IOException {
        ToolUse use = use(target);
        requireRuby(target, use);
        Path bundle = tools.require(BUNDLER, use);
        Path copy = scratch.copy(target.code().path(), content, RubyFiles::isSource);
        Map<String, String> settings = new HashMap<>();
        settings.put("BUNDLE_GEMFILE", copy.resolve(GEMFILE).toString());
        settings.put("BUNDLE_PATH", "vendor/bundle");
        settings.put("BUNDLE_WITHOUT", "development:test");
        settings.put("BUNDLE_APP_CONFIG", scratch.newFolder("bundle-config").toString());
        settings.put("SOURCE_DATE_EPOCH", "315532800");
        if (Files.isRegularFile(copy.resolve("Gemfile.lock"))) {
            settings.put("BUNDLE_FROZEN", "true");
        }
        tools.run(new ToolCommand(bundle, List.of("install"), copy, tools.environmentWith(settings)), use);
        return copy;
    }

    private void requireRuby(BuildTarget target, ToolUse use) {
        Path ruby = tools.require(RUBY, use);
        String present = tools.answer(ruby, "-e", VERSION_QUESTION).orElse("unknown");
        if (!present.equals(version(target))) {
            throw new SamException(
                    Problem.error(
                            use.mark(),
                            target.id() + ": " + use.reason() + " needs Ruby " + version(target)
                                    + " to install gems, and " + ruby + " is " + present,
                            "put the folder of Ruby " + version(target)
                                    + " first on the PATH (rbenv, asdf or mise install it)"),
                    null);
        }
    }

    private static void checkExtensions(Map<String, Path> gems, BuildTarget target) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Path> file : gems.entrySet()) {
            if (!file.getKey().endsWith(".so") && !file.getKey().endsWith(".bundle")) {
                continue;
            }
            Optional<NativeFile> extension = NativeFile.read(file.getValue());
            if (extension.isPresent()
                    && extension
                            .get()
                            .architecture()
                            .filter(target.architecture()::equals)
                            .isEmpty()) {
                problems.add(Problem.error(
                        target.code().mark(),
                        target.id() + ": " + file.getKey() + " was built for "
                                + extension.get().description() + ", and the function runs on Linux "
                                + target.architecture().lambdaName(),
                        "build on a machine like Lambda's"));
            }
        }
        if (!problems.isEmpty()) {
            throw new SamException(problems, null);
        }
    }

    private Map<String, Path> sources(BuildTarget target) throws IOException {
        boolean hasGems = hasGems(target);
        return content.of(target.code().path(), name -> !hasGems || RubyFiles.isSource(name));
    }

    private static boolean hasGems(BuildTarget target) {
        return Files.isRegularFile(target.code().path().resolve(GEMFILE));
    }

    private static String version(BuildTarget target) {
        return runtime(target).replaceFirst("^ruby", "");
    }

    private static String runtime(BuildTarget target) {
        return target.method().filter(method -> method.startsWith("ruby")).orElse(target.runtime());
    }

    private static ToolUse use(BuildTarget target) {
        return new ToolUse(
                target.id(), "Runtime " + runtime(target), target.code().mark());
    }
}
