package io.github.sammaven.core.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteTagTest {

    private static final String ID = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "ordersfunction:latest,ordersfunction-0123456789ab-latest",
        "ordersfunction:v1,ordersfunction-0123456789ab-v1",
        "ordersfunction,ordersfunction-0123456789ab-latest",
        "team/orders:v1,team-orders-0123456789ab-v1",
        "host:5000/x:1,x-0123456789ab-1",
        "host:5000/x,x-0123456789ab-latest",
        "localhost/team/x:1,team-x-0123456789ab-1",
        "public.ecr.aws/lambda/java:21,lambda-java-0123456789ab-21",
        "x@sha256:ff,x-0123456789ab-latest",
        "host:5000/x:1@sha256:ff,x-0123456789ab-1"
    })
    void tagIsMadeOfNameIdAndTag(String name, String expected) {
        assertThat(RemoteTag.ofName(name, ID)).isEqualTo(expected);
    }

    @Test
    void resourceNamesAnImageWithoutAName() {
        assertThat(RemoteTag.ofResource("OrdersFunction", ID)).isEqualTo("OrdersFunction-0123456789ab-latest");
        assertThat(RemoteTag.ofResource("Child/OrdersFunction", ID))
                .isEqualTo("Child-OrdersFunction-0123456789ab-latest");
    }

    @Test
    void longNamesAreCutAndTheIdIsNot() {
        String tag = RemoteTag.ofName("n".repeat(200) + ":v1", ID);
        assertThat(tag).hasSize(128).endsWith("n-0123456789ab-v1");
    }
}
