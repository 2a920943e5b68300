package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.PropertyTables;
import io.github.sammaven.core.transform.context.ResourceCheck;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.context.TransformError;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import java.util.List;
import java.util.Map;

/** Replaces SAM resources by what they generate, one after the other. */
final class Translation {

    private final TransformContext context;
    private final ResourceTranslators translators;
    private final SharedResources shared;
    private final ResourceCheck check;
    private final GeneratedIds ids;
    private final TagPropagation tagPropagation = new TagPropagation();

    Translation(TransformContext context, PropertyTables tables, ApiDefinitions definitions) {
        this.context = context;
        this.shared = SharedResources.of(context);
        this.translators = new ResourceTranslators(context, definitions, shared);
        this.check = new ResourceCheck(tables);
        this.ids = new GeneratedIds(context);
    }

    /** What concerns several resources and can be made only when all are known. */
    void finish() {
        context.errors().during(() -> shared.addTo(context, tagPropagation));
    }

    /** Translates the resource of this id, or collects what is wrong with it. */
    void translate(String logicalId) {
        MappingNode body = context.source().get(logicalId);
        String type = body.text("Type").orElse("");
        translators.of(type).ifPresent(translator -> {
            SamResource resource = new SamResource(
                    logicalId,
                    type,
                    body,
                    body.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of(), body.mark())),
                    context.template().resource(logicalId).isPresent()
                            ? context.template().resourceMark(logicalId)
                            : body.mark());
            List<TransformError> found = check.check(resource);
            if (found.isEmpty()) {
                context.errors().during(() -> replace(resource, translator));
            } else {
                context.errors().addAll(found);
            }
        });
    }

    private void replace(SamResource resource, ResourceTranslator translator) {
        List<CloudFormationResource> generated = tagPropagation.apply(resource, translator.translate(resource));
        generated.forEach(each -> ids.check(resource, each));
        context.result().replace(resource.logicalId(), withMetadata(resource, generated));
    }

    private List<CloudFormationResource> withMetadata(SamResource resource, List<CloudFormationResource> generated) {
        if (!context.options().passThroughMetadata()
                || resource.attribute("Metadata").isEmpty()) {
            return generated;
        }
        return generated.stream()
                .map(each -> context.result().get(each.logicalId()).isPresent()
                        ? each
                        : each.withAttribute(
                                "Metadata", resource.attribute("Metadata").get()))
                .toList();
    }
}
