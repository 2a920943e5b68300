package io.github.sammaven.core.transform.context;

import java.util.Map;
import java.util.Optional;

/** What may follow the id of a SAM resource in {@code Id.Suffix}, to mean one of the resources generated from it. */
public final class ReferenceSuffixes {

    private static final String REST = "AWS::ApiGateway::";
    private static final String V2 = "AWS::ApiGatewayV2::";

    private static final Map<String, String> OF_FUNCTION = Map.of(
            "Version", "AWS::Lambda::Version",
            "Alias", "AWS::Lambda::Alias",
            "DestinationTopic", "AWS::SNS::Topic",
            "DestinationQueue", "AWS::SQS::Queue");

    private static final Map<String, String> OF_REST_API = Map.of(
            "Stage", REST + "Stage",
            "Deployment", REST + "Deployment",
            "DomainName", REST + "DomainName",
            "DomainNameV2", REST + "DomainNameV2",
            "UsagePlan", REST + "UsagePlan",
            "UsagePlanKey", REST + "UsagePlanKey",
            "ApiKey", REST + "ApiKey");

    private static final Map<String, String> OF_V2_API = Map.of("Stage", V2 + "Stage", "DomainName", V2 + "DomainName");

    private static final Map<String, Map<String, String>> BY_TYPE = Map.of(
            "AWS::Serverless::Function", OF_FUNCTION,
            "AWS::Serverless::Api", OF_REST_API,
            "AWS::Serverless::HttpApi", OF_V2_API,
            "AWS::Serverless::WebSocketApi", OF_V2_API);

    private ReferenceSuffixes() {}

    /** The type of the generated resource that {@code suffix} means after the id of a resource of {@code samType}. */
    public static Optional<String> generatedType(String samType, String suffix) {
        return Optional.ofNullable(BY_TYPE.getOrDefault(samType, Map.of()).get(suffix));
    }
}
