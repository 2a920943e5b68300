package io.github.sammaven.core.guided;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArtifactNeedsTest {

    private static ArtifactNeeds needs(String resources) {
        Template template = new TemplateReader()
                .parse("Resources:\n" + resources.indent(2), Path.of("template.yaml"), "template.yaml");
        return new ArtifactNeeds(
                FunctionCatalog.ofAll(template, new TemplateResolver(template, LocalValues.defaults())));
    }

    @Test
    void functionWithASigningConfigurationIsSignedWithItsLayers() {
        assertThat(needs("""
                Plain:
                  Type: AWS::Serverless::Function
                  Properties: {CodeUri: plain, Handler: app.handler, Runtime: python3.12}
                Orders:
                  Type: AWS::Serverless::Function
                  Properties:
                    CodeUri: orders
                    Handler: app.handler
                    Runtime: python3.12
                    CodeSigningConfigArn: !Ref Signing
                    Layers: [!Ref Libraries, 'arn:aws:lambda:eu-central-1:123456789012:layer:other:1']
                Remote:
                  Type: AWS::Serverless::Function
                  Properties:
                    CodeUri: s3://bucket/key
                    Handler: app.handler
                    Runtime: python3.12
                    CodeSigningConfigArn: !Ref Signing
                Libraries:
                  Type: AWS::Serverless::LayerVersion
                  Properties: {ContentUri: libraries}
                Signing:
                  Type: AWS::Lambda::CodeSigningConfig
                """).signable()).containsExactly("Orders", "Libraries");
    }

    @Test
    void nothingIsSignedWithoutAConfiguration() {
        assertThat(needs("""
                Plain:
                  Type: AWS::Serverless::Function
                  Properties: {CodeUri: plain, Handler: app.handler, Runtime: python3.12}
                """).signable()).isEmpty();
    }

    @Test
    void imageThatIsMadeHereNeedsARepository() {
        assertThat(needs("""
                Made:
                  Type: AWS::Serverless::Function
                  Metadata: {Dockerfile: Dockerfile, DockerContext: ./app, DockerTag: v1}
                  Properties: {PackageType: Image}
                Elsewhere:
                  Type: AWS::Serverless::Function
                  Properties:
                    PackageType: Image
                    ImageUri: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders:1
                """).images()).containsExactly("Made");
    }
}
