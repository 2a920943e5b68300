package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsOptionsTest {

    @TempDir
    private Path basedir;

    private OptionSources sources;

    @BeforeEach
    void noSource() {
        sources = new OptionSources(basedir);
    }

    private AwsSettings settings() {
        return new AwsOptions(sources.options()).settings(null, null, null, Optional.empty());
    }

    @Test
    void everythingIsLeftToTheSdkWhenNothingIsGiven() {
        assertThat(settings().region()).isEmpty();
        assertThat(settings().profile()).isEmpty();
        assertThat(settings().endpointOf("s3")).isEmpty();
    }

    @Test
    void regionProfileAndEndpointAreTaken() {
        sources.commandLine("sam.region", "eu-west-1")
                .globalTable("profile = 'dev'")
                .projectProperty("sam.endpointUrl", "http://localhost:4566");

        assertThat(settings().region()).contains("eu-west-1");
        assertThat(settings().profile()).contains("dev");
        assertThat(settings().endpointOf("cloudformation")).contains(URI.create("http://localhost:4566"));
    }

    @Test
    void endpointOfOneServiceIsStrongerThanThatOfAll() {
        sources.commandLine("sam.endpointUrl", "http://localhost:1")
                .commandLine("sam.s3.endpointUrl", "http://127.0.0.1:2");

        assertThat(settings().endpointOf("s3")).contains(URI.create("http://127.0.0.1:2"));
        assertThat(settings().endpointOf("sts")).contains(URI.create("http://localhost:1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4566", "localhost", "http://", "http://a b", "/path"})
    void endpointThatIsNoUrlIsRefusedByName(String text) {
        sources.commandLine("sam.sts.endpointUrl", text);

        assertThatThrownBy(this::settings)
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("sam.sts.endpointUrl is no URL: " + text);
    }
}
