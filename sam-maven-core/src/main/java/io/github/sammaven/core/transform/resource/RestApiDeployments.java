package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.hash.ApiEvents;
import io.github.sammaven.core.transform.hash.DeploymentText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deployments of REST APIs: another one whenever what is deployed changes. */
final class RestApiDeployments {

    private static final String TYPE = "AWS::ApiGateway::Deployment";

    private final TransformContext context;
    private @Nullable DeploymentText text;

    RestApiDeployments(TransformContext context) {
        this.context = context;
    }

    /**
     * @param content the definition, or where it is
     * @param domain {@code Domain} with parameters put in
     */
    CloudFormationResource of(SamResource api, Node content, Optional<Node> domain) {
        LogicalIds.Deployment id = id(api, content, domain);
        MappingNode.Builder properties = MappingNode.builder()
                .put("Description", "RestApi deployment id: " + id.digest())
                .put("RestApiId", Intrinsic.ref(api.logicalId()));
        if (api.given("OpenApiVersion").isEmpty()) {
            properties.put("StageName", "Stage");
        }
        return api.beside(id.id(), TYPE, properties.build());
    }

    private LogicalIds.Deployment id(SamResource api, Node content, Optional<Node> domain) {
        boolean always =
                api.get("AlwaysDeploy").filter(ScalarNode.bool(true)::equals).isPresent();
        if (always) {
            return LogicalIds.deploymentAt(
                    api.logicalId(), context.options().clock().instant());
        }
        return LogicalIds.deployment(api.logicalId(), text().of(api, content, domain));
    }

    private DeploymentText text() {
        DeploymentText known = text;
        if (known == null) {
            known = new DeploymentText(
                    ApiEvents.of(context.source(), name -> context.parameters().resolve(name)));
            text = known;
        }
        return known;
    }
}
