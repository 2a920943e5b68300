package io.github.sammaven.core.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedNamesTest {

    @ParameterizedTest
    @CsvSource({
        "orders, OrdersFunction, 64, false, orders-OrdersFunction-*",
        "Orders, Files, 63, true, orders-files-*",
        // Both too long: each has half of what is left.
        "a-stack-with-quite-a-long-name, AFunctionWithQuiteALongName, 64, false, a-stack-with-quite-a-lon*",
        // A short stack name is kept whole, the logical id is cut.
        "orders, AFunctionWithAVeryVeryVeryVeryVeryVeryLongName, 64, false, orders-AFunctionWithAVeryVeryVeryVeryVeryVeryLongN*",
        // The name of a nested stack ends in random characters itself.
        "orders-Child-*, Queue, 80, false, orders-Child-*-Queue-*",
        "orders-Child-*, Balancer, 32, false, orders-C*",
    })
    void patternMatchesWhatCloudFormationMakes(
            String stack, String logicalId, int max, boolean lowerCase, String pattern) {
        assertThat(GeneratedNames.pattern(stack, logicalId, max, lowerCase)).isEqualTo(pattern);
    }
}
