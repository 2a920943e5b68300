package io.github.sammaven.core.packaging;

import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.WrittenLocation;
import java.util.List;
import java.util.Set;

/** Which functions have their image on this machine. */
public final class LocalImages {

    private LocalImages() {}

    /**
     * Ids in template order.
     *
     * @param built ids of the functions whose image was built
     */
    public static List<String> of(List<LambdaFunction> functions, Set<String> built) {
        return functions.stream()
                .filter(function -> built.contains(function.id()) || isLocal(function.code()))
                .map(LambdaFunction::id)
                .toList();
    }

    private static boolean isLocal(CodeSource code) {
        return code instanceof CodeSource.Image image
                && !image.uri().isEmpty()
                && WrittenLocation.of(image.uri(), ArtifactKind.IMAGE) == WrittenLocation.LOCAL;
    }
}
