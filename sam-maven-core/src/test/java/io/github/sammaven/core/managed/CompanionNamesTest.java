package io.github.sammaven.core.managed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as SAM CLI makes them; the expected ones were computed with md5sum. */
class CompanionNamesTest {

    @ParameterizedTest
    @CsvSource({
        "sam-app-template,sam-app-template-f9eb1dad-CompanionStack",
        "Orders-Prod,Orders-Prod-b05ee49c-CompanionStack"
    })
    void stackIsNamedAfterItsParent(String parent, String expected) {
        assertThat(new CompanionNames(parent).stackName()).isEqualTo(expected);
    }

    @Test
    void longParentsAreCutToWhatAStackMayBeCalled() {
        String name = new CompanionNames("x".repeat(128)).stackName();
        assertThat(name).isEqualTo("x".repeat(104) + "-d69cb61a-CompanionStack").hasSize(128);
    }

    @ParameterizedTest
    @CsvSource({
        "HelloWorldFunction,HelloWorldFunction19d43fc4,ordersprodb05ee49c/helloworldfunction19d43fc4repo",
        "Child/OrdersFunction,ChildOrdersFunction5ca590b3,ordersprodb05ee49c/childordersfunction5ca590b3repo",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,"
                + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF48783246,"
                + "ordersprodb05ee49c/ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff48783246repo"
    })
    void repositoryIsNamedAfterBoth(String function, String stem, String repository) {
        CompanionNames names = new CompanionNames("Orders-Prod");
        assertThat(names.repositoryLogicalId(function)).isEqualTo(stem + "Repo");
        assertThat(names.repositoryName(function)).isEqualTo(repository);
    }

    @ParameterizedTest
    @CsvSource({
        "/x/template.yaml,sam-app-template",
        "/x/my.app.yml,sam-app-my.app",
        "/x/plain,sam-app-plain",
        "/x/.hidden,sam-app-.hidden"
    })
    void packagedTemplateGivesAParentOfItsOwn(Path template, String parent) {
        assertThat(CompanionNames.ofTemplate(template).parent()).isEqualTo(parent);
    }
}
