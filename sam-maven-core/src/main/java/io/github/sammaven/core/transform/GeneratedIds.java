package io.github.sammaven.core.transform;

import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.Map;
import java.util.Set;

/** Sees to it that a generated resource takes no other's logical id. */
final class GeneratedIds {

    private static final Map<String, String> MAIN_TYPES = Map.of(
            "AWS::Serverless::Api", "AWS::ApiGateway::RestApi",
            "AWS::Serverless::Application", "AWS::CloudFormation::Stack",
            "AWS::Serverless::CapacityProvider", "AWS::Lambda::CapacityProvider",
            "AWS::Serverless::Function", "AWS::Lambda::Function",
            "AWS::Serverless::GraphQLApi", "AWS::AppSync::GraphQLApi",
            "AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api",
            "AWS::Serverless::LayerVersion", "AWS::Lambda::LayerVersion",
            "AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table",
            "AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine",
            "AWS::Serverless::WebSocketApi", "AWS::ApiGatewayV2::Api");

    /** Types that several SAM resources generate together, under one id. */
    private static final Set<String> SHARED = Set.of(
            "AWS::S3::Bucket",
            "AWS::SNS::Topic",
            "AWS::Cognito::UserPool",
            "AWS::ApiGateway::DomainName",
            "AWS::ApiGateway::DomainNameV2",
            "AWS::ApiGateway::BasePathMapping",
            "AWS::ApiGateway::BasePathMappingV2",
            "AWS::ApiGatewayV2::DomainName",
            "AWS::ApiGatewayV2::ApiMapping",
            "AWS::Route53::RecordSetGroup");

    private final TransformContext context;

    GeneratedIds(TransformContext context) {
        this.context = context;
    }

    void check(SamResource owner, CloudFormationResource generated) {
        String id = generated.logicalId();
        if (!isAlphanumeric(id)) {
            throw owner.invalid(
                    id.equals(owner.logicalId())
                            ? "a logical id has letters and digits only"
                            : "generates %s, but a logical id has letters and digits only".formatted(id),
                    "");
        }
        context.result().get(id).ifPresent(present -> {
            String type = present.type();
            boolean same = generated.type().equals(MAIN_TYPES.get(type))
                    || (SHARED.contains(type) && type.equals(generated.type()));
            if (!same) {
                throw owner.invalid(
                        "generates %s of type %s, but the template has a resource of that id already"
                                .formatted(id, generated.type()),
                        "rename the resource %s".formatted(id));
            }
        });
    }

    private static boolean isAlphanumeric(String id) {
        return !id.isEmpty()
                && id.chars().allMatch(character -> character < 128 && Character.isLetterOrDigit(character));
    }
}
