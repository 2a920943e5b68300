package io.github.sammaven.core.guided;

import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which functions and layers are to be signed, and which images need a repository. */
public final class ArtifactNeeds {

    private static final String SIGNING = "CodeSigningConfigArn";

    private final FunctionCatalog catalog;

    public ArtifactNeeds(FunctionCatalog catalog) {
        this.catalog = catalog;
    }

    /** Ids of the functions with a code signing configuration and of their layers, as far as their code is here. */
    public List<String> signable() {
        Set<String> local = catalog.idsOfLocalCode();
        Set<String> ids = new LinkedHashSet<>();
        for (LambdaFunction function : catalog.functions()) {
            if (function.properties().has(SIGNING)) {
                ids.add(function.id());
                function.layers().stream()
                        .filter(LayerReference.InTemplate.class::isInstance)
                        .forEach(layer -> ids.add(((LayerReference.InTemplate) layer).id()));
            }
        }
        return ids.stream().filter(local::contains).toList();
    }

    /** Ids of the functions whose images are made here. */
    public List<String> images() {
        return catalog.functions().stream()
                .filter(function -> function.code() instanceof CodeSource.Image image
                        && image.build().isPresent())
                .map(LambdaFunction::id)
                .toList();
    }
}
