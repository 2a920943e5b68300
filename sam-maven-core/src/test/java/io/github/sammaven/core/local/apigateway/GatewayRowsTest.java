package io.github.sammaven.core.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.Compatibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of what is known about events, bodies, responses, errors, authorizers and CORS, sent over HTTP in both modes.
 * Leaves a table of them all in {@code target/api-rows.md}.
 */
@Timeout(60)
class GatewayRowsTest {

    private static final Path TABLE = Path.of("target", "api-rows.md");

    private static RowGateway aws;
    private static RowGateway samCli;
    private static List<String> table;

    @BeforeAll
    static void start() {
        table = new ArrayList<>(List.of("| line | aws | sam-cli | pass |", "|---|---|---|---|"));
        aws = new RowGateway(Compatibility.AWS);
        samCli = new RowGateway(Compatibility.SAM_CLI);
    }

    @AfterAll
    static void stop() throws IOException {
        aws.close();
        samCli.close();
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, table);
    }

    static Stream<GatewayRow> rows() {
        return Stream.of(
                        FirstEventRows.rows(),
                        SecondEventRows.rows(),
                        BinaryBodyRows.rows(),
                        ResponseRows.rows(),
                        GatewayErrorRows.rows(),
                        AuthorizerRows.rows(),
                        CorsRows.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isAnsweredAsKnown(GatewayRow row) throws Exception {
        String asAws = row.seen().apply(aws.send(row.request()));
        String asSamCli = row.seen().apply(samCli.send(row.request()));
        boolean pass = asAws.equals(row.aws()) && asSamCli.equals(row.samCli());
        table.add("| " + cell(row.toString()) + " | " + code(asAws) + " | " + code(asSamCli) + " | "
                + (pass ? "yes" : "no: " + code(row.aws()) + ", " + code(row.samCli())) + " |");
        assertThat(asAws).as("aws").isEqualTo(row.aws());
        assertThat(asSamCli).as("sam-cli").isEqualTo(row.samCli());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
