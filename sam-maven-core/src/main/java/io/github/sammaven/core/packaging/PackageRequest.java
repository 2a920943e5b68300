package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.template.Template;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be packaged.
 *
 * @param template the template as it was read
 * @param functions its functions; tell which layers count towards the size of which function
 * @param artifacts what was built; a resource that is not among them is packaged from the path in its property
 * @param archiveFolder where archives are kept, usually {@code target/sam/archives}
 * @param packagedTemplate the file the result is for; local paths in the result count from its folder
 * @param options names and uploads
 */
public record PackageRequest(
        Template template,
        List<LambdaFunction> functions,
        List<BuiltArtifact> artifacts,
        Path archiveFolder,
        Path packagedTemplate,
        PackageOptions options) {

    public PackageRequest {
        functions = List.copyOf(functions);
        artifacts = List.copyOf(artifacts);
        archiveFolder = archiveFolder.toAbsolutePath().normalize();
        packagedTemplate = packagedTemplate.toAbsolutePath().normalize();
    }
}
