package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.ServiceNode;
import io.github.sammaven.core.operate.trace.ServiceGraph;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphLinesTest {

    private static List<String> lines(ServiceNode... services) {
        return new GraphLines(ZoneOffset.UTC)
                .of(new ServiceGraph(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), List.of(services)));
    }

    @Test
    void servicesAreShownWithTheirFiguresAndWhatTheyCall() {
        assertThat(lines(
                        new ServiceNode(0, "browser", "client", 0, 0, 0, 0, List.of(1)),
                        new ServiceNode(1, "Orders", "AWS::Lambda::Function", 4, 1, 0, 2, List.of(7))))
                .containsExactly(
                        "Services from 1970-01-01T00:00:00Z to 1970-01-01T00:01:00Z",
                        "  browser (client)  calls Orders",
                        "  Orders (AWS::Lambda::Function)  4 calls, 0 errors, 1 fault, 0.500 s on average  calls 7");
    }

    @Test
    void nothingIsShownWhenNothingWasCalled() {
        assertThat(lines()).isEmpty();
    }
}
