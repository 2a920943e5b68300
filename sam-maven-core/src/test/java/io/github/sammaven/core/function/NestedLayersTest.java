package io.github.sammaven.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.stack.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedLayersTest {

    private static final String ROOT = """
            Conditions: {Always: !Equals [a, a]}
            Resources:
              Own: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: own}}
              Layers:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: layers.yaml}
              App:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: app.yaml
                  Parameters:
                    FromParent: !Ref Own
                    FromSibling: !GetAtt Layers.Outputs.Arn
                    Published: 'arn:aws:lambda:eu-west-1:1:layer:tools:3'
                    Unknown: !GetAtt Layers.Outputs.Nothing
              Direct:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: code, Layers: [!If [Always, !GetAtt Layers.Outputs.Arn, x]]}
            """;
    private static final String LAYERS = """
            Resources:
              Deps: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: deps}}
            Outputs: {Arn: {Value: !Ref Deps}}
            """;
    private static final String APP = """
            Parameters:
              FromParent: {Type: String}
              FromSibling: {Type: String}
              Published: {Type: String}
              Unknown: {Type: String, Default: Own}
              Preset: {Type: String, Default: 'arn:preset'}
            Resources:
              Own: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: own}}
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: code
                  Layers: [!Ref FromParent, !Ref FromSibling, !Ref Own, !Ref Published, !Ref Unknown, !Ref Preset]
            """;

    @TempDir
    private Path folder;

    private List<LayerReference> layers(String function) throws IOException {
        return FunctionCatalog.of(new StackFiles(folder)
                        .write("template.yaml", ROOT)
                        .write("layers.yaml", LAYERS)
                        .write("app.yaml", APP)
                        .tree())
                .function(function)
                .orElseThrow()
                .layers();
    }

    @Test
    void layersAreFollowedThroughParametersAndOutputs() throws IOException {
        assertThat(layers("App/Fn"))
                .containsExactly(
                        new LayerReference.InTemplate("Own"),
                        new LayerReference.InTemplate("Layers/Deps"),
                        new LayerReference.InTemplate("App/Own"),
                        new LayerReference.Published("arn:aws:lambda:eu-west-1:1:layer:tools:3"),
                        new LayerReference.Published("!Ref Unknown"),
                        new LayerReference.Published("arn:preset"));
    }

    @Test
    void outputOfANestedStackIsFollowedFromTheParent() throws IOException {
        assertThat(layers("Direct")).containsExactly(new LayerReference.InTemplate("Layers/Deps"));
    }

    @Test
    void referencesInACircleEnd() throws IOException {
        String circle = """
                Parameters: {In: {Type: String}}
                Resources:
                  Fn: {Type: AWS::Serverless::Function, Properties: {CodeUri: code, Layers: [!Ref In]}}
                Outputs: {Out: {Value: !Ref In}}
                """;
        String root = """
                Resources:
                  A: {Type: AWS::CloudFormation::Stack,
                    Properties: {TemplateURL: c.yaml, Parameters: {In: !GetAtt B.Outputs.Out}}}
                  B: {Type: AWS::CloudFormation::Stack,
                    Properties: {TemplateURL: c.yaml, Parameters: {In: !GetAtt A.Outputs.Out}}}
                """;
        FunctionCatalog catalog = FunctionCatalog.of(new StackFiles(folder)
                .write("template.yaml", root)
                .write("c.yaml", circle)
                .tree());
        assertThat(catalog.function("A/Fn").orElseThrow().layers())
                .containsExactly(new LayerReference.Published("!Ref In"));
    }
}
