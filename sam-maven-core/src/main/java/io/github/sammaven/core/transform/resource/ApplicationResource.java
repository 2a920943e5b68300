package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.ApplicationRepository;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.ResourceTranslator;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.ReservedTags;
import io.github.sammaven.core.transform.generate.Tags;
import java.util.List;

/** {@code AWS::Serverless::Application}: a nested stack, of a template's address or of a published application. */
public final class ApplicationResource implements ResourceTranslator {

    private final TransformContext context;

    public ApplicationResource(TransformContext context) {
        this.context = context;
    }

    @Override
    public List<CloudFormationResource> translate(SamResource application) {
        ReservedTags.check(application);
        Node location = application
                .get("Location")
                .orElseThrow(() -> application.invalid("Location is required", "the address of a template"));
        Tags tags = new Tags().add("lambda:createdBy", "SAM");
        Node url = location.asMapping()
                .map(published -> published(application, published, tags))
                .orElse(location);
        MappingNode properties = MappingNode.builder()
                .put("TemplateURL", url)
                .copy(application.properties(), "Parameters")
                .copy(application.properties(), "NotificationARNs")
                .put("Tags", tags.addAll(application.get("Tags")).list())
                .copy(application.properties(), "TimeoutInMinutes")
                .build();
        CloudFormationResource stack =
                application.beside(application.logicalId(), "AWS::CloudFormation::Stack", properties);
        return List.of(application
                .attribute("DependsOn")
                .map(others -> stack.withAttribute("DependsOn", others))
                .orElse(stack));
    }

    private Node published(SamResource application, MappingNode location, Tags tags) {
        String id = known(application, location, "ApplicationId");
        String version = known(application, location, "SemanticVersion");
        tags.add("serverlessrepo:applicationId", id).add("serverlessrepo:semanticVersion", version);
        ApplicationRepository.Answer answer = context.options().applications().template(id, version);
        if (answer instanceof ApplicationRepository.Available available) {
            return ScalarNode.string(available.templateUrl(), location.mark());
        }
        String reason = answer instanceof ApplicationRepository.Unavailable unavailable ? unavailable.reason() : "";
        throw application.invalid(location, "application %s %s %s".formatted(id, version, reason), "");
    }

    private String known(SamResource application, MappingNode location, String name) {
        Node given = location.get(name)
                .filter(value -> !value.isNull())
                .orElseThrow(() -> application.invalid(location, "Location needs " + name, ""));
        Node resolved = context.parameters().resolveWithMappings(given);
        String value = resolved.asText()
                .orElseThrow(() -> application.invalid(
                        given,
                        "Location.%s must be known before deployment".formatted(name),
                        "Ref to a parameter with a value and Fn::FindInMap are, other functions are not"));
        if (value.isEmpty()) {
            throw application.invalid(given, "Location.%s is empty".formatted(name), "");
        }
        if (value.startsWith("{{resolve:")) {
            throw application.invalid(
                    given, "Location.%s cannot be a dynamic reference".formatted(name), "write the value itself");
        }
        return value;
    }
}
