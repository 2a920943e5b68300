package io.github.sammaven.core.local.apigateway;

import java.util.function.Function;

/**
 * One line of what is known about API Gateway and SAM CLI, and how to see that it is so.
 *
 * @param section of the description: {@code 3} event of payload 1.0, {@code 4} event of payload 2.0, {@code 5} binary
 *     bodies, {@code 6} responses and errors, {@code 7} authorizers, {@code 8} CORS
 * @param request what is sent
 * @param seen what is looked at
 * @param aws what is to be seen as AWS
 * @param samCli what is to be seen as SAM CLI
 */
record GatewayRow(
        String section,
        String line,
        RowRequest request,
        Function<RowExchange, String> seen,
        String aws,
        String samCli) {

    /** Where both do the same. */
    static GatewayRow same(
            String section, String line, RowRequest request, Function<RowExchange, String> seen, String both) {
        return new GatewayRow(section, line, request, seen, both, both);
    }

    @Override
    public String toString() {
        return "§" + section + " " + line;
    }
}
