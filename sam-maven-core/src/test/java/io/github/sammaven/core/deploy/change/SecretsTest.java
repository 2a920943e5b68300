package io.github.sammaven.core.deploy.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.report.ChangeWords;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LocalCredentials.class)
class SecretsTest {

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Runtime: java21
                Environment:
                  Variables:
                    FROM_GLOBALS: !Sub "${Code}"
            Parameters:
              Code:
                Type: String
                NoEcho: true
                Default: default-code
            Resources:
              Database:
                Type: AWS::RDS::DBInstance
                Properties:
                  AllocatedStorage: 20
                  OptionGroupName: !Sub "group-${Code}"
                  DBName: "{{resolve:ssm:db-name}}"
                  Tags:
                    - Key: code
                      Value: !Ref Code
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  InlineCode: x
                  Handler: index.handler
                  Environment:
                    Variables:
                      STAGE: dev
            """;

    private final ChangeScene scene = new ChangeScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private ResourceChange database(String path, String before, String after) {
        scene.changes().change("Modify", "Database", "AWS::RDS::DBInstance").property(path, before, after, "Never");
        return scene.explained("Database", TEMPLATE, Map.of("Code", "given-code"));
    }

    private ResourceChange worker(String path, String before, String after) {
        scene.changes().change("Modify", "Worker", "AWS::Lambda::Function").property(path, before, after, "Never");
        return scene.explained("Worker", TEMPLATE, Map.of("Code", "given-code"));
    }

    private static void assertHidden(ResourceChange change) {
        assertThat(change.properties()).isNotEmpty().allSatisfy(property -> {
            assertThat(property.hidden()).isTrue();
            assertThat(property.before()).isEmpty();
            assertThat(property.after()).isEmpty();
            assertThat(ChangeWords.of(property)).contains("changed (not shown)");
        });
    }

    @ParameterizedTest
    @CsvSource({
        // By its name.
        "/Properties/MasterUserPassword,aa,bb",
        "/Properties/AuthToken,aa,bb",
        "/Properties/SecretString,aa,bb",
        "/Properties/KeyMaterial,aa,bb",
        // What a hidden parameter goes into, as the template says.
        "/Properties/OptionGroupName,group-old,group-new",
        "/Properties/Tags/0/Value,old,new",
        // The value of a hidden parameter, wherever it turns up.
        "/Properties/AllocatedStorage,a,x-given-code-y",
        "/Properties/AllocatedStorage,default-code,b",
        // Resolved from a reference.
        "/Properties/DBName,orders,orders2",
        // By its looks.
        "/Properties/AllocatedStorage,20,postgres://me:pw@host/db",
        "/Properties/AllocatedStorage,20,AKIAABCDEFGHIJKLMNOP"
    })
    void valueIsHiddenWhenItMayBeSecret(String path, String before, String after) {
        assertHidden(database(path, before, after));
    }

    @Test
    void valueIsHiddenWhenAHiddenParameterCausesTheChange() {
        scene.changes()
                .change("Modify", "Database", "AWS::RDS::DBInstance")
                .property("/Properties/AllocatedStorage", "a", "b", "Never", "Static", "ParameterReference", "Code");

        assertHidden(scene.explained("Database", TEMPLATE, Map.of()));
    }

    @Test
    void valueThatIsSecretInAWholeDocumentIsHiddenAlone() {
        ResourceChange change = database(
                "/Properties/AllocatedStorage",
                "{\"Size\":1,\"Password\":\"old\"}",
                "{\"Size\":2,\"Password\":\"new\"}");

        assertThat(change.properties())
                .extracting(ChangeWords::of)
                .containsExactly("AllocatedStorage.Size 1 → 2", "AllocatedStorage.Password changed (not shown)");
    }

    @Test
    void documentWithASecretInItIsHiddenWhenAllOfItIsNew() {
        assertHidden(database("/Properties/AllocatedStorage", "", "{\"a\":[{\"password\":\"new\"}]}"));
    }

    @ParameterizedTest
    @CsvSource({"DB_KEY", "API_TOKEN", "PWD", "JDBC_URL", "FROM_GLOBALS", "AWS_SECRET"})
    void variableIsNamedButNotShownWhenItMayBeSecret(String variable) {
        ResourceChange change = worker("/Properties/Environment/Variables/" + variable, "old", "new");

        assertHidden(change);
        assertThat(change.properties())
                .extracting(PropertyChange::name)
                .containsExactly("Environment.Variables." + variable);
    }

    @ParameterizedTest
    @CsvSource({
        "/Properties/AllocatedStorage,20,40",
        "/Properties/DBName,{{resolve:ssm:db-name}},{{resolve:ssm:db-name-2}}"
    })
    void harmlessValueIsShown(String path, String before, String after) {
        ResourceChange change = database(path, before, after);

        assertThat(change.properties())
                .extracting(ChangeWords::of)
                .containsExactly(path.substring(12) + " " + before + " → " + after);
    }

    @Test
    void propertyThatIsNotInTheTemplateIsHiddenWhenTheResourceRefersToASecret() {
        assertHidden(database("/Properties/Port", "1", "2"));
    }

    @Test
    void harmlessVariableIsShown() {
        assertThat(worker("/Properties/Environment/Variables/STAGE", "dev", "prod")
                        .properties())
                .extracting(ChangeWords::of)
                .containsExactly("Environment.Variables.STAGE dev → prod");
    }

    @Test
    void nothingSecretIsInTheTextOfAnyRecord() {
        ResourceChange change = database("/Properties/MasterUserPassword", "old-secret", "new-secret");

        assertThat(List.of(change).toString()).doesNotContain("old-secret").doesNotContain("new-secret");
    }
}
