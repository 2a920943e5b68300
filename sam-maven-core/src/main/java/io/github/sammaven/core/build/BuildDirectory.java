package io.github.sammaven.core.build;

import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.DockerBuild;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LambdaLayer;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.stack.StackTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder somebody names for the results of a build. It is emptied, so it must be one that holds nothing else.
 *
 * @param folder absolute
 */
public record BuildDirectory(Path folder) {

    private static final Set<String> OURS = Set.of(".aws-sam", "target");

    public BuildDirectory {
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * @param kept folders that must outlive the build: the module's, that of the build's own results and so on
     * @throws InvalidOptionException if something would be lost, or taken for code of the next build
     */
    public void check(Set<Path> kept, StackTree stacks, FunctionCatalog catalog) {
        kept.stream().filter(this::holds).findFirst().ifPresent(inner -> {
            throw refused("holds " + inner);
        });
        stacks.files().stream().filter(this::holds).findFirst().ifPresent(template -> {
            throw refused("holds the template " + template);
        });
        codes(catalog).filter(this::holds).findFirst().ifPresent(code -> {
            throw refused("holds the sources in " + code);
        });
        codes(catalog).filter(this::isCodeOf).findFirst().ifPresent(code -> {
            throw refused("is part of the code in " + code);
        });
        if (!isOurs() && isStrange()) {
            throw refused("holds files and no " + BuiltTemplates.NAME + " of an earlier build");
        }
    }

    private boolean holds(Path path) {
        return path.toAbsolutePath().normalize().startsWith(folder);
    }

    private boolean isCodeOf(Path code) {
        return folder.startsWith(code) && !isOurs();
    }

    /** What lies below such a folder is never taken for code, and never somebody's own. */
    private boolean isOurs() {
        for (Path part = folder.getParent(); part != null && part.getFileName() != null; part = part.getParent()) {
            if (OURS.contains(part.getFileName().toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean isStrange() {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent() && !Files.exists(folder.resolve(BuiltTemplates.NAME));
        } catch (IOException failed) {
            throw new SamException(folder + " cannot be read: " + failed.getMessage(), "", failed);
        }
    }

    private static Stream<Path> codes(FunctionCatalog catalog) {
        return Stream.concat(
                        catalog.functions().stream().map(LambdaFunction::code),
                        catalog.layers().stream().map(LambdaLayer::code))
                .flatMap(code -> code instanceof CodeSource.Local local ? Stream.of(local.path()) : image(code));
    }

    private static Stream<Path> image(CodeSource code) {
        return code instanceof CodeSource.Image image ? image.build().stream().map(DockerBuild::context) : Stream.of();
    }

    private InvalidOptionException refused(String why) {
        return new InvalidOptionException(
                "buildDir is emptied by each build, and " + folder + " " + why,
                "name a folder that holds nothing else, such as .aws-sam/build");
    }
}
