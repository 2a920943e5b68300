package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project folder with a template and things to package. */
final class PackagingProject {

    private final Path folder;
    private final List<BuiltArtifact> built = new ArrayList<>();
    private final StringBuilder resources = new StringBuilder("Resources:\n");
    private final Map<String, String> images = new HashMap<>();
    private LocalValues values = LocalValues.defaults();
    private PackageOptions options = PackageOptions.defaults();

    PackagingProject(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    PackagingProject file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    /** Adds a function whose code is at {@code codeUri}. */
    PackagingProject function(String logicalId, String codeUri) {
        return resource(
                logicalId,
                "Type: AWS::Serverless::Function",
                "Properties:",
                "  CodeUri: " + codeUri,
                "  Handler: a.B",
                "  Runtime: java17");
    }

    PackagingProject resource(String logicalId, String... lines) {
        resources.append("  ").append(logicalId).append(":\n");
        for (String line : lines) {
            resources.append("    ").append(line).append('\n');
        }
        return this;
    }

    /** Names what was built for a resource. */
    PackagingProject built(String logicalId, String path, String source) {
        built.add(new BuiltArtifact(logicalId, folder.resolve(path), source));
        return this;
    }

    /** Names the image that was built for a function. */
    PackagingProject builtImage(String functionId, String image) {
        images.put(functionId, image);
        return this;
    }

    /** Gives a parameter a value. */
    PackagingProject parameter(String name, String value) {
        values = LocalValues.of(Map.of(name, value), LocalValues.DEFAULT_REGION);
        return this;
    }

    PackagingProject options(PackageOptions changed) {
        options = changed;
        return this;
    }

    PackageRequest request() {
        return request(resources.toString());
    }

    PackageRequest request(String template) {
        Template parsed = new TemplateReader().parse(template, folder.resolve("template.yaml"), "template.yaml");
        StackTree stacks = StackTree.read(parsed, new TemplateResolver(parsed, values));
        return new PackageRequest(
                stacks,
                List.of(),
                built,
                images,
                folder.resolve("target/sam/archives"),
                folder.resolve("target/sam/packaged.yaml"),
                options);
    }
}
