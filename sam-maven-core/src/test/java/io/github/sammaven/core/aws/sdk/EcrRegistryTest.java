package io.github.sammaven.core.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.RegistryImage;
import io.github.sammaven.core.aws.RegistryToken;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeEcr;
import io.github.sammaven.core.problem.SamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class EcrRegistryTest {

    private final FakeEcr ecr = new FakeEcr();
    private final AwsClients clients = new AwsClients(ecr.settings());
    private final EcrRegistry registry = new EcrRegistry(clients);

    @AfterEach
    void close() {
        clients.close();
        ecr.close();
    }

    @Test
    void tokenIsAskedForOnceAndItsSecretNeverShown() {
        RegistryToken token = registry.token();
        assertThat(token.user()).isEqualTo("AWS");
        assertThat(token.password()).isEqualTo(FakeEcr.PASSWORD);
        assertThat(token.endpoint()).isEqualTo("https://123456789012.dkr.ecr.eu-central-1.amazonaws.com");
        assertThat(token.toString()).doesNotContain(FakeEcr.PASSWORD);
        assertThat(registry.token()).isSameAs(token);
        assertThat(ecr.calls()).containsExactly("GetAuthorizationToken");
        assertThat(registry.region()).isEqualTo("eu-central-1");
    }

    @Test
    void imageUnderATagIsKnownByTheIdOfItsConfiguration() {
        ecr.repository("team/orders")
                .image("team/orders", "v1", "{\"config\": {\"digest\": \"sha256:abc\"}}")
                .image("team/orders", "index", "{\"manifests\": []}")
                .image("team/orders", "odd", "no json");

        RegistryImage image =
                registry.find(FakeAws.ACCOUNT, "team/orders", "v1").orElseThrow();
        assertThat(image).isEqualTo(new RegistryImage("sha256:of-v1", "sha256:abc"));
        assertThat(image.isSame("sha256:abc")).isTrue();
        assertThat(image.isSame("sha256:of-v1")).isTrue();
        assertThat(image.isSame("sha256:other")).isFalse();
        assertThat(registry.find(FakeAws.ACCOUNT, "team/orders", "index")
                        .orElseThrow()
                        .configDigest())
                .isEmpty();
        assertThat(registry.find(FakeAws.ACCOUNT, "team/orders", "odd")).isPresent();
        assertThat(registry.find(FakeAws.ACCOUNT, "team/orders", "none")).isEmpty();
    }

    @Test
    void repositoryThatIsNotThereIsToldWithTheWayOut() {
        assertThatThrownBy(() -> registry.find(FakeAws.ACCOUNT, "gone", "v1"))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("there is no repository gone in ECR, account 123456789012, eu-central-1")
                .hasMessageContaining("aws ecr create-repository --repository-name gone");
    }

    @Test
    void rightToLookIsNotNeeded() {
        ecr.repository("orders").refuse("BatchGetImage", 400, "AccessDeniedException", "not authorized");
        assertThat(registry.find(FakeAws.ACCOUNT, "orders", "v1")).isEmpty();
    }

    @Test
    void refusalsAreInPlainWords() {
        ecr.refuse("GetAuthorizationToken", 400, "AccessDeniedException", "User is not authorized")
                .refuse("BatchGetImage", 400, "InvalidParameterException", "Invalid tag")
                .refuse("DeleteRepository", 400, "AccessDeniedException", "User is not authorized");
        assertThatThrownBy(registry::token)
                .isInstanceOf(SamException.class)
                .hasMessageContaining("there is no login to ECR: User is not authorized");
        assertThatThrownBy(() -> registry.find(FakeAws.ACCOUNT, "orders", "v1"))
                .hasMessageContaining("the repository orders cannot be read: Invalid tag");
        assertThatThrownBy(() -> registry.deleteRepository("orders"))
                .hasMessageContaining("the repository orders cannot be deleted");
    }

    @Test
    void repositoryIsDeletedWithItsImages() {
        ecr.repository("orders").image("orders", "v1", "{}");
        registry.deleteRepository("orders");
        assertThat(ecr.has("orders")).isFalse();
        registry.deleteRepository("orders");
    }
}
