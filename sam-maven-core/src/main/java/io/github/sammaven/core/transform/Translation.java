package io.github.sammaven.core.transform;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.PropertyCheck;
import io.github.sammaven.core.transform.context.PropertyTables;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.context.TransformError;
import io.github.sammaven.core.transform.deployment.DeploymentPreferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces SAM resources by what they generate, one after the other. */
final class Translation {

    private final TransformContext context;
    private final ResourceTranslators translators;
    private final DeploymentPreferences deployments;
    private final PropertyCheck check;
    private final GeneratedIds ids;
    private final TagPropagation tagPropagation = new TagPropagation();

    Translation(TransformContext context, PropertyTables tables) {
        this.context = context;
        this.deployments = new DeploymentPreferences(context);
        this.translators = new ResourceTranslators(context, deployments);
        this.check = new PropertyCheck(tables);
        this.ids = new GeneratedIds(context);
    }

    /** What concerns several resources and can be made only when all are known. */
    void finish() {
        context.errors().during(() -> deployments.resources().forEach(resource -> context.result()
                .add(resource.logicalId(), resource)));
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
                    context.template().resourceMark(logicalId));
            List<TransformError> found = found(resource);
            if (found.isEmpty()) {
                context.errors().during(() -> replace(resource, translator));
            } else {
                context.errors().addAll(found);
            }
        });
    }

    private List<TransformError> found(SamResource resource) {
        return check
                .check(
                        resource.logicalId(),
                        resource.type(),
                        resource.mark(),
                        resource.properties(),
                        resource.properties())
                .stream()
                .filter(Problem::isError)
                .map(problem -> new TransformError(Optional.of(resource.logicalId()), Optional.empty(), problem))
                .toList();
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
