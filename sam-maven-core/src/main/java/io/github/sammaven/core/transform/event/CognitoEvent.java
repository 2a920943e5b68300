package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Cognito}: steps of a user pool of the template call the function. */
final class CognitoEvent implements FunctionEventSource {

    private static final String POOL = "AWS::Cognito::UserPool";
    private static final String LAMBDA_CONFIG = "LambdaConfig";

    private final TransformContext context;

    CognitoEvent(TransformContext context) {
        this.context = context;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        Node pool = event.get("UserPool").orElse(event.properties());
        String poolId = Intrinsic.of(pool)
                .filter(function -> function.is(Intrinsic.REF))
                .flatMap(function -> function.argument().asText())
                .filter(id -> context.source(id, POOL).isPresent())
                .orElseThrow(
                        () -> event.invalid(pool, "UserPool must be a Ref to a user pool of the same template", ""));
        CloudFormationResource resource = context.result().get(poolId).orElseThrow();
        MappingNode config = lambdaConfig(resource);
        context.result().update(poolId, each -> each.withProperty(LAMBDA_CONFIG, triggered(event, config)));
        return EventResult.of(List.of(event.function()
                .beside(
                        event.target().logicalId() + "CognitoPermission",
                        LambdaPermission.TYPE,
                        LambdaPermission.of(event.target().name(), "cognito-idp.amazonaws.com")
                                .withSourceArn(Intrinsic.getAtt(poolId, "Arn"))
                                .properties())));
    }

    private static MappingNode lambdaConfig(CloudFormationResource pool) {
        return pool.property(LAMBDA_CONFIG)
                .filter(value -> !value.isNull())
                .map(value -> value.asMapping()
                        .orElseThrow(() -> InvalidResourceException.of(
                                pool.logicalId(),
                                value.mark(),
                                "%s: LambdaConfig must be a mapping, this is %s"
                                        .formatted(pool.logicalId(), value.kindName()),
                                "")))
                .orElseGet(() -> MappingNode.of(Map.of()));
    }

    private static MappingNode triggered(FunctionEvent event, MappingNode config) {
        Map<String, Node> all = new LinkedHashMap<>(config.entries());
        Node triggers = event.get("Trigger").orElse(SequenceNode.of());
        for (Node trigger : triggers.asSequence().map(SequenceNode::items).orElse(List.of(triggers))) {
            String name = trigger.asText()
                    .orElseThrow(() -> event.invalid(trigger, "Trigger must be a string or a list of strings", ""));
            if (all.put(name, event.target().arn()) != null) {
                throw event.invalid(trigger, "trigger %s of the user pool is taken already".formatted(name), "");
            }
        }
        return MappingNode.of(all);
    }
}
