package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.function.Function;

/** Where code and definitions of resources are: in S3, or still on this machine if that is allowed. */
public final class ContentLocation {

    private final TransformContext context;

    public ContentLocation(TransformContext context) {
        this.context = context;
    }

    /**
     * Code as Lambda has it.
     *
     * @param property name of the property that {@code uri} is the value of
     * @return a mapping, or {@code uri} itself if it is a local path
     * @throws InvalidResourceException if it is neither
     */
    public Node ofLambda(SamResource resource, String property, Node uri) {
        return of(resource, property, uri, S3Location::ofLambda);
    }

    /** As {@link #ofLambda}, for definitions of APIs and state machines. */
    public Node ofDefinition(SamResource resource, String property, Node uri) {
        return of(resource, property, uri, S3Location::ofDefinition);
    }

    private Node of(SamResource resource, String property, Node uri, Function<S3Location, MappingNode> form) {
        return context.options().localFiles() && S3Location.isLocal(uri)
                ? uri
                : S3Location.of(uri)
                        .map(form)
                        .orElseThrow(() -> resource.invalid(
                                uri,
                                property + " is no place in S3",
                                "package the template first, or write s3://bucket/key or a mapping of Bucket and Key"));
    }
}
