package io.github.sammaven.core.packaging.artifact;

import static io.github.sammaven.core.packaging.artifact.ArtifactKind.CODE;
import static io.github.sammaven.core.packaging.artifact.ArtifactKind.FILE;
import static io.github.sammaven.core.packaging.artifact.ArtifactKind.IMAGE;
import static io.github.sammaven.core.packaging.artifact.ArtifactKind.NESTED_TEMPLATE;
import static io.github.sammaven.core.packaging.artifact.ArtifactKind.VERBATIM_TEMPLATE;
import static io.github.sammaven.core.packaging.artifact.LocationForm.BUCKET_AND_KEY;
import static io.github.sammaven.core.packaging.artifact.LocationForm.PATH_STYLE_URL;
import static io.github.sammaven.core.packaging.artifact.LocationForm.S3_BUCKET_AND_KEY;
import static io.github.sammaven.core.packaging.artifact.LocationForm.S3_BUCKET_AND_KEY_ONLY;
import static io.github.sammaven.core.packaging.artifact.LocationForm.URI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every property that is packaged, those SAM CLI packages. A further one is a further row. */
public final class ArtifactTable {

    /** Of resources. */
    public static final List<ArtifactProperty> RESOURCES = List.of(
            required("AWS::Serverless::Function", "CodeUri", CODE, URI),
            required("AWS::Serverless::Function", "ImageUri", IMAGE, URI),
            required("AWS::Serverless::LayerVersion", "ContentUri", CODE, URI),
            optional("AWS::Serverless::Api", "DefinitionUri", FILE, URI),
            optional("AWS::Serverless::HttpApi", "DefinitionUri", FILE, URI),
            optional("AWS::Serverless::StateMachine", "DefinitionUri", FILE, BUCKET_AND_KEY),
            optional("AWS::Serverless::GraphQLApi", "SchemaUri", FILE, URI),
            optional("AWS::Serverless::GraphQLApi", "Resolvers.**.CodeUri", FILE, URI),
            optional("AWS::Serverless::GraphQLApi", "Functions.**.CodeUri", FILE, URI),
            optional("AWS::Serverless::Application", "Location", NESTED_TEMPLATE, PATH_STYLE_URL),
            required("AWS::Lambda::Function", "Code", CODE, S3_BUCKET_AND_KEY),
            required("AWS::Lambda::Function", "Code.ImageUri", IMAGE, URI),
            required("AWS::Lambda::LayerVersion", "Content", CODE, S3_BUCKET_AND_KEY),
            optional("AWS::ApiGateway::RestApi", "BodyS3Location", FILE, BUCKET_AND_KEY),
            optional("AWS::ApiGatewayV2::Api", "BodyS3Location", FILE, BUCKET_AND_KEY),
            optional("AWS::StepFunctions::StateMachine", "DefinitionS3Location", FILE, BUCKET_AND_KEY),
            optional("AWS::AppSync::GraphQLSchema", "DefinitionS3Location", FILE, URI),
            optional("AWS::AppSync::Resolver", "RequestMappingTemplateS3Location", FILE, URI),
            optional("AWS::AppSync::Resolver", "ResponseMappingTemplateS3Location", FILE, URI),
            optional("AWS::AppSync::Resolver", "CodeS3Location", FILE, URI),
            optional("AWS::AppSync::FunctionConfiguration", "RequestMappingTemplateS3Location", FILE, URI),
            optional("AWS::AppSync::FunctionConfiguration", "ResponseMappingTemplateS3Location", FILE, URI),
            optional("AWS::AppSync::FunctionConfiguration", "CodeS3Location", FILE, URI),
            required("AWS::ElasticBeanstalk::ApplicationVersion", "SourceBundle", FILE, S3_BUCKET_AND_KEY_ONLY),
            required("AWS::Glue::Job", "Command.ScriptLocation", FILE, URI),
            required("AWS::CloudFormation::ModuleVersion", "ModulePackage", FILE, URI),
            required("AWS::CloudFormation::ResourceVersion", "SchemaHandlerPackage", FILE, URI),
            optional("AWS::CloudFormation::Stack", "TemplateURL", NESTED_TEMPLATE, PATH_STYLE_URL),
            optional("AWS::CloudFormation::StackSet", "TemplateURL", VERBATIM_TEMPLATE, PATH_STYLE_URL));

    /** Of the template's {@code Metadata}, counted from the entry that is named as its owner. */
    public static final List<ArtifactProperty> METADATA = List.of(
            optional("AWS::ServerlessRepo::Application", "LicenseUrl", FILE, URI),
            optional("AWS::ServerlessRepo::Application", "ReadmeUrl", FILE, URI));

    /** Of the macro that may stand anywhere. */
    public static final ArtifactProperty INCLUDE = optional("AWS::Include", "Parameters.Location", FILE, URI);

    private static final Map<String, List<ArtifactProperty>> BY_TYPE =
            RESOURCES.stream().collect(Collectors.groupingBy(ArtifactProperty::owner));

    private ArtifactTable() {}

    static List<ArtifactProperty> of(String resourceType) {
        return BY_TYPE.getOrDefault(resourceType, List.of());
    }

    /** What is made of a property whose last key is this one; those that share a key share that too. */
    public static Optional<ArtifactKind> kindNamed(String lastKey) {
        return RESOURCES.stream()
                .filter(row -> row.path().last().equals(lastKey))
                .map(ArtifactProperty::kind)
                .findFirst();
    }

    private static ArtifactProperty required(String owner, String path, ArtifactKind kind, LocationForm form) {
        return new ArtifactProperty(owner, PropertyPath.of(path), kind, true, form);
    }

    private static ArtifactProperty optional(String owner, String path, ArtifactKind kind, LocationForm form) {
        return new ArtifactProperty(owner, PropertyPath.of(path), kind, false, form);
    }
}
