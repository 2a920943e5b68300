package io.github.sammaven.core.packaging;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A property that SAM CLI takes a local file for and that is not packaged here. A further one is a further row of
 * {@link #TABLE}; one that gets packaged moves to {@link PackageableProperty#TABLE}.
 *
 * @param resourceType the type of resource it belongs to
 * @param path keys from {@code Properties} down to it; {@code *} stands for every key
 * @param wayOut what to write in its place
 */
record FileProperty(String resourceType, List<String> path, String wayOut) {

    private static final String IN_S3 = "put it into S3 and write s3://BUCKET/KEY";
    private static final String IN_S3_PARTS = "put it into S3 and write the mapping with its bucket and key";
    private static final String IN_S3_HTTPS = "put it into S3 and write https://BUCKET.s3.REGION.amazonaws.com/KEY";

    static final List<FileProperty> TABLE = List.of(
            row("AWS::Serverless::Api", "DefinitionUri", IN_S3 + ", or use DefinitionBody"),
            row("AWS::Serverless::HttpApi", "DefinitionUri", IN_S3 + ", or use DefinitionBody"),
            row("AWS::Serverless::StateMachine", "DefinitionUri", IN_S3 + ", or use Definition"),
            row("AWS::Serverless::GraphQLApi", "SchemaUri", IN_S3 + ", or use SchemaInline"),
            row("AWS::Serverless::GraphQLApi", "Functions.*.CodeUri", IN_S3 + ", or use InlineCode"),
            row("AWS::Serverless::GraphQLApi", "Resolvers.*.*.CodeUri", IN_S3 + ", or use InlineCode"),
            row("AWS::Serverless::Application", "Location", IN_S3_HTTPS),
            row("AWS::CloudFormation::Stack", "TemplateURL", IN_S3_HTTPS),
            row("AWS::CloudFormation::StackSet", "TemplateURL", IN_S3_HTTPS + ", or use TemplateBody"),
            row("AWS::ApiGateway::RestApi", "BodyS3Location", IN_S3_PARTS + ", or use Body"),
            row("AWS::ApiGatewayV2::Api", "BodyS3Location", IN_S3_PARTS + ", or use Body"),
            row("AWS::StepFunctions::StateMachine", "DefinitionS3Location", IN_S3_PARTS + ", or use DefinitionString"),
            row("AWS::AppSync::GraphQLSchema", "DefinitionS3Location", IN_S3 + ", or use Definition"),
            row("AWS::AppSync::Resolver", "RequestMappingTemplateS3Location", IN_S3),
            row("AWS::AppSync::Resolver", "ResponseMappingTemplateS3Location", IN_S3),
            row("AWS::AppSync::Resolver", "CodeS3Location", IN_S3 + ", or use Code"),
            row("AWS::AppSync::FunctionConfiguration", "RequestMappingTemplateS3Location", IN_S3),
            row("AWS::AppSync::FunctionConfiguration", "ResponseMappingTemplateS3Location", IN_S3),
            row("AWS::AppSync::FunctionConfiguration", "CodeS3Location", IN_S3 + ", or use Code"),
            row("AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle", IN_S3_PARTS),
            row("AWS::Glue::Job", "Command.ScriptLocation", IN_S3),
            row("AWS::CloudFormation::ModuleVersion", "ModulePackage", IN_S3),
            row("AWS::CloudFormation::ResourceVersion", "SchemaHandlerPackage", IN_S3));

    /** {@code AWS::Include}, which may stand anywhere; its path counts from the mapping that names it. */
    static final FileProperty INCLUDE = row("AWS::Include", "Parameters.Location", IN_S3);

    private static FileProperty row(String resourceType, String path, String wayOut) {
        return new FileProperty(resourceType, List.of(path.split("\\.")), wayOut);
    }

    /** The last key, for messages. */
    String name() {
        return path.get(path.size() - 1);
    }

    /** A copy of {@code start} where each value at the path is what {@code change} makes of it. */
    Node change(Node start, UnaryOperator<Node> change) {
        return change(start, path, change);
    }

    private static Node change(Node node, List<String> path, UnaryOperator<Node> change) {
        if (path.isEmpty()) {
            return change.apply(node);
        }
        if (!(node instanceof MappingNode mapping)) {
            return node;
        }
        String key = path.get(0);
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.replaceAll((name, value) ->
                key.equals("*") || key.equals(name) ? change(value, path.subList(1, path.size()), change) : value);
        return mapping.withEntries(entries);
    }
}
