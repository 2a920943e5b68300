package io.github.sammaven.core.container.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryCredentialsTest {

    @TempDir
    private Path folder = Path.of("");

    private Optional<AuthConfig> login(String json, String reference) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost("unix:///var/run/docker.sock")
                .withDockerConfig(folder.toString())
                .build();
        return new RegistryCredentials(config, Map.of()).of(reference);
    }

    @ParameterizedTest
    @CsvSource({
        "public.ecr.aws/lambda/java:21,public.ecr.aws",
        "localhost:5000/x,localhost:5000",
        "localhost/x,localhost",
        "team/orders,https://index.docker.io/v1/",
        "orders,https://index.docker.io/v1/"
    })
    void registryIsTheHostOfTheName(String reference, String registry) {
        assertThat(RegistryCredentials.registryOf(reference)).isEqualTo(registry);
    }

    @Test
    void loginOfTheFileIsUsedForItsRegistryOnly() throws IOException {
        String auth = Base64.getEncoder().encodeToString("ada:secret".getBytes(StandardCharsets.UTF_8));
        String json = "{\"auths\": {\"reg.example:5000\": {\"auth\": \"" + auth + "\"}}}";
        assertThat(login(json, "reg.example:5000/orders:1").orElseThrow().getUsername())
                .isEqualTo("ada");
        assertThat(login(json, "other.example/orders:1")).isEmpty();
    }

    @Test
    void helperThatIsMissingIsNoLogin() throws IOException {
        assertThat(login("{\"credsStore\": \"of-nobody\"}", "reg.example/orders"))
                .isEmpty();
        assertThat(login("{\"credHelpers\": {\"reg.example\": \"of-nobody\"}}", "reg.example/orders"))
                .isEmpty();
    }

    @Test
    void fileThatCannotBeReadIsNoLogin() throws IOException {
        assertThat(login("{}", "reg.example/orders")).isEmpty();
    }
}
