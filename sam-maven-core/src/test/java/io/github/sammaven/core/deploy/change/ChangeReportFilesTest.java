package io.github.sammaven.core.deploy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeCause;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.PropertyChange.Recreation;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeReportFilesTest {

    private static final SourceMark KEY = new SourceMark("template.yaml", 48, 5);
    private static final ChangeSetReady REPORT = new ChangeSetReady(
            "orders-prod",
            "eu-central-1",
            "arn:aws:cloudformation:eu-central-1:123456789012:changeSet/a/1",
            List.of(
                    ResourceChange.of(Action.ADD, "News", "AWS::SNS::Topic"),
                    ResourceChange.of(Action.MODIFY, "Worker", "AWS::Lambda::Function")
                            .at(new SourceMark("template.yaml", 12, 3))
                            .changing(List.of(
                                    PropertyChange.named("MemorySize")
                                            .from("512", "1024")
                                            .because(false, new ChangeCause(ChangeCause.Kind.PARAMETER, "Size")),
                                    PropertyChange.named("Environment/Variables/API_KEY")
                                            .from("old-secret", "new-secret")
                                            .withoutValues())),
                    ResourceChange.of(Action.MODIFY, "Storage", "AWS::CloudFormation::Stack")
                            .containing(List.of(ResourceChange.of(Action.MODIFY, "Orders", "AWS::DynamoDB::Table")
                                    .replaced(Replacement.YES, Disposal.DELETED)
                                    .changing(List.of(
                                            PropertyChange.named("KeySchema").recreating(Recreation.ALWAYS, KEY))))),
                    ResourceChange.of(Action.REMOVE, "Users", "AWS::Cognito::UserPool")
                            .replaced(Replacement.NO, Disposal.RETAINED)));

    @TempDir
    private Path folder;

    @Test
    void programsReadEveryChangeWithItsProperties() throws IOException {
        ChangeReportFiles files = new ChangeReportFiles(folder.resolve("target/sam"));

        files.write(REPORT);

        JsonNode json = new ObjectMapper().readTree(Files.readString(files.json()));
        assertThat(files.json()).isEqualTo(folder.resolve("target/sam/changeset.json"));
        assertThat(json.at("/stack").asText()).isEqualTo("orders-prod");
        assertThat(json.at("/region").asText()).isEqualTo("eu-central-1");
        assertThat(json.at("/changeSet").asText()).endsWith(":changeSet/a/1");
        assertThat(json.at("/changes/1/properties/0").toString())
                .isEqualTo(
                        "{\"attribute\":\"Properties\",\"path\":\"MemorySize\",\"before\":\"512\",\"after\":\"1024\","
                                + "\"hidden\":false,\"recreation\":\"NEVER\",\"dynamic\":false,"
                                + "\"causes\":[{\"kind\":\"PARAMETER\",\"entity\":\"Size\"}]}");
        assertThat(json.at("/changes/2/nested/0/replacement").asText()).isEqualTo("YES");
        assertThat(json.at("/changes/2/nested/0/properties/0/source/line").asInt())
                .isEqualTo(48);
        assertThat(json.at("/changes/3/disposal").asText()).isEqualTo("RETAINED");
    }

    @Test
    void peopleReadFirstWhatMayLoseData() throws IOException {
        ChangeReportFiles files = new ChangeReportFiles(folder);

        files.write(REPORT);

        assertThat(Files.readString(files.markdown())).isEqualTo("""
                # Changes to orders-prod (eu-central-1)

                Change set: `arn:aws:cloudformation:eu-central-1:123456789012:changeSet/a/1`

                1 added, 2 modified, 1 replaced, 1 removed.

                ## Data at stake

                | Resource | Type | What happens | What is lost | Place |
                |---|---|---|---|---|
                | Storage/Orders | AWS::DynamoDB::Table | **replaced** because KeySchema changes | all items in it | [template.yaml:48:5](template.yaml#L48) |
                | Users | AWS::Cognito::UserPool | **removed**, but kept in the account | nothing: it stays in the account, outside of the stack |  |

                ## All changes

                | Resource | Type | What happens | Details | Place |
                |---|---|---|---|---|
                | News | AWS::SNS::Topic | added |  |  |
                | Worker | AWS::Lambda::Function | modified | MemorySize 512 → 1024 because parameter Size changes<br>Environment.Variables.API\\_KEY changed (not shown) | [template.yaml:12:3](template.yaml#L12) |
                | Storage | AWS::CloudFormation::Stack | modified |  |  |
                | Storage/Orders | AWS::DynamoDB::Table | **replaced** because KeySchema changes | KeySchema | [template.yaml:48:5](template.yaml#L48) |
                | Users | AWS::Cognito::UserPool | **removed**, but kept in the account |  |  |
                """);
    }

    @Test
    void neitherFileHoldsASecret() throws IOException {
        ChangeReportFiles files = new ChangeReportFiles(folder);

        files.write(REPORT);

        assertThat(Files.readString(files.json()) + Files.readString(files.markdown()))
                .doesNotContain("old-secret")
                .doesNotContain("new-secret");
    }

    @Test
    void folderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");

        assertThatThrownBy(() -> new ChangeReportFiles(file).write(REPORT))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("the report of the change set cannot be written");
    }
}
