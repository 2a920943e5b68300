package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.FolderContent;
import io.github.sammaven.core.build.workflow.BuildInputs;
import io.github.sammaven.core.build.workflow.BuildTarget;
import io.github.sammaven.core.build.workflow.BuildWorkflow;
import io.github.sammaven.core.build.workflow.Sharing;
import io.github.sammaven.core.build.workflow.WorkflowChoice;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.report.ArtifactBuilt;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project whose functions are built with a workflow that notes what it is asked for. */
final class BuildProject {

    /** Ids of the targets the workflow has built. */
    final List<String> built = Collections.synchronizedList(new ArrayList<>());

    final List<SamEvent> events = new ArrayList<>();

    /** Runs before the workflow touches the folder of a target. */
    BuildStep before = (target, folder) -> {};

    /** May fail. */
    @FunctionalInterface
    interface BuildStep {
        void run(BuildTarget target, Path folder) throws IOException;
    }

    private final Path folder;
    private final PlainCopyWorkflow plain;

    BuildProject(Path folder) {
        this.folder = folder;
        this.plain = new PlainCopyWorkflow(new FolderContent(target()));
    }

    /** Copies, and adds a file that says what it was told. */
    private final class Noting implements BuildWorkflow {

        @Override
        public BuildInputs inputs(BuildTarget target) {
            return plain.inputs(target);
        }

        @Override
        public void build(BuildTarget target, Path output) throws IOException {
            before.run(target, output);
            built.add(target.id());
            plain.build(target, output);
        }
    }

    BuildProject file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path target() {
        return folder.resolve("target");
    }

    Path output() {
        return target().resolve("sam/build");
    }

    ArtifactIndex index() {
        return new ArtifactIndex(target().resolve("sam/artifacts.json"));
    }

    StackTree tree(String resources) {
        Template template = new TemplateReader()
                .parse("Resources:\n" + resources.indent(2), folder.resolve("template.yaml"), "template.yaml");
        return StackTree.read(template, new TemplateResolver(template, LocalValues.defaults()));
    }

    FunctionCatalog catalog(String resources) {
        return FunctionCatalog.ofAll(tree(resources));
    }

    BuildMemory memory() {
        return new BuildMemory(target().resolve("sam/cache/build"), index(), new FolderContent(target()));
    }

    /** For python functions the noting workflow, which shares among all handlers; for ruby one that shares with none. */
    BuildSetup setup() {
        BuildWorkflow noting = new Noting();
        return BuildSetup.of(module -> Optional.empty(), target(), output())
                .withWorkflows(new Workflows(
                        List.of(
                                WorkflowChoice.forMethod("makefile", Sharing.NEVER, noting),
                                WorkflowChoice.forRuntime("python", Sharing.ANY_HANDLER, noting),
                                WorkflowChoice.forRuntime("nodejs", Sharing.SAME_HANDLER, noting)),
                        plain))
                .withEvents(events::add);
    }

    BuildSetup remembering() {
        return setup().withMemory(memory());
    }

    /** Builds with what is known of the last run, and forgets what was noted before. */
    BuildResult build(String resources) {
        built.clear();
        events.clear();
        return build(resources, remembering());
    }

    BuildResult build(String resources, BuildSetup setup) {
        BuildResult result = new ArtifactBuilder(setup).build(catalog(resources), BuildSelection.ALL);
        index().write(result.artifacts());
        return result;
    }

    /** Outcomes by id, in the order they were told. */
    List<String> outcomes() {
        return events.stream()
                .map(ArtifactBuilt.class::cast)
                .map(event -> event.id() + " " + event.outcome())
                .toList();
    }

    /** Mode and content of every file below {@code root}, by path. */
    static SortedMap<String, String> content(Path root) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return content;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(
                        root.relativize(file).toString(),
                        Files.getPosixFilePermissions(file).stream().sorted().toList() + Files.readString(file));
            }
        }
        return content;
    }

    static String function(String id, String runtime, String code, String... more) {
        return resource(id, "Function", "CodeUri: " + code, runtime, more);
    }

    static String layer(String id, String content, String... more) {
        return id + ":\n  Type: AWS::Serverless::LayerVersion\n  Properties: {ContentUri: " + content + "}\n"
                + lines(more);
    }

    private static String resource(String id, String type, String code, String runtime, String... more) {
        return id + ":\n  Type: AWS::Serverless::" + type + "\n  Properties: {" + code + ", Handler: app." + id
                + ", Runtime: " + runtime + "}\n" + lines(more);
    }

    private static String lines(String... more) {
        return Stream.of(more).map(line -> "  " + line + "\n").reduce("", String::concat);
    }

    static Map<String, Path> paths(BuildResult result) {
        Map<String, Path> paths = new TreeMap<>();
        result.artifacts().forEach(artifact -> paths.put(artifact.id(), artifact.path()));
        return paths;
    }
}
