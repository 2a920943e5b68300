package io.github.sammaven.core.transform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/, /a",
        "/a//, /a/",
        "/{a}/b, /*/b",
        "/{a+}, /*",
        "/{proxy+}/, /*",
        "/x{a}y/, /x*y",
        "/{a}-{b}, /*-*",
        "/{a.b-c_d}, /*",
        "/{a b}, /{a b}",
        "/{}, /{}",
        "/{{a}}, /{*}",
        "/a{, /a{"
    })
    void parametersBecomeStarsInArns(String path, String inArn) {
        assertThat(new Route(path, "get").arnPath()).isEqualTo(inArn);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, get, GET",
        "any, x-amazon-apigateway-any-method, *",
        "ANY, x-amazon-apigateway-any-method, *",
        "x-amazon-apigateway-any-method, x-amazon-apigateway-any-method, X-AMAZON-APIGATEWAY-ANY-METHOD"
    })
    void methodHasItsKeyAndItsNameInArns(String method, String key, String inArn) {
        Route route = new Route("/", method);

        assertThat(route.methodKey()).isEqualTo(key);
        assertThat(route.arnMethod()).isEqualTo(inArn);
    }

    @ParameterizedTest
    @CsvSource({
        "/{a}/b/, /*/b",
        "/{proxy+}, /*",
        "/a/{proxy+}/b, /a/*/b",
        "/{rest+}, /{rest+}",
        "/{a}/{rest+}, /*/{rest+}"
    })
    void greedyParametersOfOtherNamesStayInArnsOfHttpApis(String path, String inArn) {
        assertThat(new Route(path, "get").httpArnPath()).isEqualTo(inArn);
    }

    @ParameterizedTest
    @CsvSource({"get, GET", "Any, *", "x-amazon-apigateway-any-method, *"})
    void bothNamesOfAnyMethodAreStarsInArnsOfHttpApis(String method, String inArn) {
        assertThat(new Route("/", method).httpArnMethod()).isEqualTo(inArn);
    }
}
