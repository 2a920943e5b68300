package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.ContentLocation;
import java.util.List;
import java.util.Optional;

/** Where a function's code comes from, and which properties go with that. */
public final class FunctionCode {

    private static final String IMAGE = "Image";
    private static final String ZIP = "Zip";

    private final TransformContext context;

    public FunctionCode(TransformContext context) {
        this.context = context;
    }

    /** {@code Code} of the function; with an alias the values of parameters are in it. */
    public Node code(SamResource function) {
        Optional<Node> packageType = function.given("PackageType");
        String type = packageType.map(given -> given.asText().orElse("")).orElse(ZIP);
        if (!type.equals(ZIP) && !type.equals(IMAGE)) {
            throw function.invalid(packageType.orElseThrow(), "PackageType must be Zip or Image", "");
        }
        Node code = type.equals(IMAGE) ? image(function) : zip(function);
        return function.given("AutoPublishAlias").isPresent()
                ? context.parameters().resolve(code)
                : code;
    }

    private static Node image(SamResource function) {
        for (String property : List.of("Runtime", "Handler", "Layers")) {
            function.given(property).ifPresent(value -> {
                throw function.invalid(value, property + " cannot be set for a function of PackageType Image", "");
            });
        }
        return function.given("ImageUri")
                .map(uri -> MappingNode.of("ImageUri", uri))
                .orElseThrow(() -> function.invalid("ImageUri is required for PackageType Image", ""));
    }

    private Node zip(SamResource function) {
        function.given("ImageConfig").ifPresent(value -> {
            throw function.invalid(value, "ImageConfig is for functions of PackageType Image", "");
        });
        for (String property : List.of("Runtime", "Handler")) {
            if (function.given(property).isEmpty()) {
                throw function.invalid(property + " is required for PackageType Zip", "");
            }
        }
        Optional<Node> sourceKey = function.given("SourceKMSKeyArn");
        Optional<Node> inline = function.get("InlineCode");
        if (inline.isPresent()) {
            return MappingNode.builder()
                    .put("ZipFile", inline)
                    .put("SourceKMSKeyArn", sourceKey)
                    .build();
        }
        Node uri = function.get("CodeUri")
                .orElseThrow(() -> function.invalid("has no code", "give it CodeUri or InlineCode"));
        Node location = new ContentLocation(context).ofLambda(function, "CodeUri", uri);
        return sourceKey
                .flatMap(key -> location.asMapping().map(place -> (Node) place.with("SourceKMSKeyArn", key)))
                .orElse(location);
    }
}
