package io.github.sammaven.core.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRepositoriesTest {

    private static final String ONE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/one";
    private static final String TWO = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/two";

    private static ImageRepositories choose(
            Optional<String> all, Map<String, String> byFunction, boolean resolve, String... ids) {
        return ImageRepositories.choose(new RepositoryOptions(all, byFunction, resolve), List.of(ids));
    }

    private static Optional<String> address(ImageRepositories repositories, String id) {
        return repositories.of(id).map(RepositoryUri::address);
    }

    @Test
    void oneRepositoryServesAll() {
        ImageRepositories chosen = choose(Optional.of(ONE), Map.of(), false, "A", "Child/B");
        assertThat(address(chosen, "A")).contains(ONE);
        assertThat(address(chosen, "Child/B")).contains(ONE);
        assertThat(address(chosen, "C")).isEmpty();
        assertThat(chosen.unresolved()).isEmpty();
    }

    @Test
    void mapNamesFunctionsWithOrWithoutTheirStack() {
        ImageRepositories chosen = choose(
                Optional.empty(), Map.of("A", ONE, "B", ONE, "Child/B", TWO), false, "A", "B", "Child/B", "Other/B");
        assertThat(address(chosen, "A")).contains(ONE);
        assertThat(address(chosen, "Child/B")).contains(TWO);
        assertThat(address(chosen, "Other/B")).contains(ONE);
    }

    @Test
    void missingOnesAreResolved() {
        ImageRepositories chosen = choose(Optional.empty(), Map.of("A", ONE), true, "A", "Child/B");
        assertThat(chosen.unresolved()).containsExactly("Child/B");
        ImageRepositories whole = chosen.with(Map.of("Child/B", TWO));
        assertThat(whole.unresolved()).isEmpty();
        assertThat(address(whole, "Child/B")).contains(TWO);
        assertThat(address(whole, "A")).contains(ONE);
    }

    @Test
    void nothingIsAskedForWithoutImages() {
        assertThat(choose(Optional.empty(), Map.of(), false).unresolved()).isEmpty();
        assertThat(choose(Optional.of("nonsense"), Map.of("A", "x"), true).unresolved())
                .isEmpty();
    }

    @Test
    void oneWayMustBeGivenAndOnlyOne() {
        assertThatThrownBy(() -> choose(Optional.empty(), Map.of(), false, "A", "B"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("no repository is named for the images of A, B")
                .hasMessageContaining("-Dsam.resolveImageRepos");
        assertThatThrownBy(() -> choose(Optional.of(ONE), Map.of("A", ONE), false, "A"))
                .hasMessageContaining("imageRepository is for all functions");
        assertThatThrownBy(() -> choose(Optional.of(ONE), Map.of(), true, "A"))
                .hasMessageContaining("imageRepository is for all functions");
    }

    @Test
    void everythingWrongWithTheMapIsToldAtOnce() {
        assertThatThrownBy(() -> choose(
                        Optional.empty(),
                        Map.of("OrdersFuntion", ONE, "A", "docker.io/x"),
                        false,
                        "A",
                        "OrdersFunction"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("OrdersFuntion is no function whose image is pushed")
                .hasMessageContaining("Did you mean 'OrdersFunction'?")
                .hasMessageContaining("'docker.io/x' is no repository")
                .hasMessageContaining("names no repository for OrdersFunction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com/a-b_c.d/e",
                "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/x",
                "123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/x",
                "123456789012.dkr-ecr.us-east-1.on.aws/x"
            })
    void addressesInEcrAreKnownInAllTheirForms(String address) {
        RepositoryUri.Ecr ecr = RepositoryUri.parse(address).orElseThrow().ecr().orElseThrow();
        assertThat(ecr.account()).isEqualTo("123456789012");
        assertThat(address).contains(ecr.region()).endsWith("/" + ecr.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost/x",
                "localhost:5000/team/x",
                "127.0.0.1:5000/x",
                "000000000000.dkr.ecr.us-east-1.localhost.localstack.cloud:4566/x"
            })
    void registriesOfThisMachineAreTakenToo(String address) {
        assertThat(RepositoryUri.parse(address).orElseThrow().ecr()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "docker.io/x",
                "123.dkr.ecr.us-east-1.amazonaws.com/x",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/x:tag",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/UPPER",
                "https://123456789012.dkr.ecr.us-east-1.amazonaws.com/x"
            })
    void restIsNoRepository(String address) {
        assertThat(RepositoryUri.parse(address)).isEmpty();
    }
}
