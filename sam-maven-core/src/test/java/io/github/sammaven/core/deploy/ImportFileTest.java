package io.github.sammaven.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {

    @TempDir
    private Path folder;

    private ImportFile file(String text) throws IOException {
        return new ImportFile(Files.writeString(folder.resolve("import.json"), text));
    }

    @Test
    void readsTheFormOfTheAwsCli() throws IOException {
        assertThat(file("""
                        [{"ResourceType": "AWS::S3::Bucket", "LogicalResourceId": "Orders",
                          "ResourceIdentifier": {"BucketName": "acme-orders"}}]""").read())
                .containsExactly(
                        new ResourceToImport("Orders", "AWS::S3::Bucket", Map.of("BucketName", "acme-orders")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|is not a list",
                "[{\"ResourceType\": \"AWS::S3::Bucket\"}]|needs ResourceType, LogicalResourceId and ResourceIdentifier",
                "[|is not JSON"
            })
    void refusesAnotherForm(String text, String message) throws IOException {
        ImportFile file = file(text);

        assertThatThrownBy(file::read)
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining(message);
    }
}
