package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be packaged.
 *
 * @param stacks the template as it was read, and those nested in it
 * @param functions of all stacks; tell which layers count towards the size of which function
 * @param artifacts what was built; a resource that is not among them is packaged from the path in its property
 * @param images what was built for functions that are images, by the function's id: name or id of the local image
 * @param archiveFolder where archives are kept, usually {@code target/sam/archives}
 * @param packagedTemplate the file the result is for; local paths in the result count from its folder, and the packaged
 *     templates of nested stacks are in the folder {@code nested} beside it
 * @param options names and uploads
 */
public record PackageRequest(
        StackTree stacks,
        List<LambdaFunction> functions,
        List<BuiltArtifact> artifacts,
        Map<String, String> images,
        Path archiveFolder,
        Path packagedTemplate,
        PackageOptions options) {

    public PackageRequest {
        functions = List.copyOf(functions);
        artifacts = List.copyOf(artifacts);
        images = Map.copyOf(images);
        archiveFolder = archiveFolder.toAbsolutePath().normalize();
        packagedTemplate = packagedTemplate.toAbsolutePath().normalize();
    }

    /** That of the root. */
    public Template template() {
        return stacks.root().template();
    }

    /** The file a stack's packaged template is for; always YAML for nested ones. */
    Path packagedFile(String stackPath) {
        return stackPath.isEmpty()
                ? packagedTemplate
                : packagedTemplate.resolveSibling("nested").resolve(stackPath + ".yaml");
    }

    /** How a stack's packaged template names files. */
    RelativePath seenFrom(String stackPath) {
        return new RelativePath(packagedFile(stackPath).resolveSibling(""));
    }
}
