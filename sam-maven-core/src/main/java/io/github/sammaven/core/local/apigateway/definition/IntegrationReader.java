package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.template.Node;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an integration in the spelling of OpenAPI. */
final class IntegrationReader {

    /** Quotas of API Gateway: "Integration timeout" of REST and WebSocket APIs, and of HTTP APIs, ms. */
    private static final int REST_TIMEOUT = 29_000;

    private static final int HTTP_TIMEOUT = 30_000;

    private static final Map<String, String> REASONS = Map.of(
            "aws", "an integration with an AWS service or with mapping templates",
            "http", "an integration with another server and with mapping templates",
            "http_proxy", "an integration with another server");

    private final ApiKind kind;
    private final FunctionUri functions;
    private final Map<String, String> stageVariables;

    IntegrationReader(ApiKind kind, FunctionUri functions, Map<String, String> stageVariables) {
        this.kind = kind;
        this.functions = functions;
        this.stageVariables = stageVariables;
    }

    /** @param route for messages, {@code GET /items} */
    Integration read(String route, Section section) {
        String type = section.text("type").orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("mock")) {
            return new MockReader(section, stageVariables).read();
        }
        if (type.isEmpty()) {
            return unsupported(route, section, "none", "a route without an integration");
        }
        if (!type.equals("aws_proxy")) {
            return unsupported(
                    route, section, type, REASONS.getOrDefault(type, "an integration of the type '" + type + "'"));
        }
        Optional<String> subtype = section.text("integrationSubtype").or(() -> section.text("subtype"));
        if (subtype.isPresent()) {
            return unsupported(route, section, type, "an integration with an AWS service, " + subtype.get());
        }
        if (!section.has("uri")) {
            return unsupported(route, section, type, "an integration without a function");
        }
        if (isOtherService(section.node("uri").flatMap(Node::asText).orElse(""))) {
            return unsupported(route, section, type, "an integration with something else than Lambda");
        }
        PayloadVersion version = PayloadVersion.V1;
        if (kind == ApiKind.HTTP) {
            Optional<PayloadVersion> given = PayloadVersions.read(section, "payloadFormatVersion");
            if (given.isEmpty() && section.has("payloadFormatVersion")) {
                return new Integration.Unsupported(type, "The payload version of this route is neither 1.0 nor 2.0.");
            }
            version = given.orElse(PayloadVersion.V2);
        }
        return new Integration.Function(
                functions.function(section, "uri"), version, timeout(section), isStreaming(section));
    }

    private static boolean isOtherService(String uri) {
        return uri.startsWith("http:")
                || uri.startsWith("https:")
                || uri.startsWith("arn:") && uri.contains(":apigateway:") && !uri.contains(":lambda:path/");
    }

    private static boolean isStreaming(Section section) {
        return section.text("responseTransferMode")
                .filter(mode -> mode.equalsIgnoreCase("STREAM"))
                .isPresent();
    }

    private Duration timeout(Section section) {
        int usual = kind == ApiKind.HTTP ? HTTP_TIMEOUT : REST_TIMEOUT;
        int millis =
                section.number("timeoutInMillis").filter(given -> given > 0).orElse(usual);
        if (kind != ApiKind.REST && millis > usual) {
            section.warn("timeoutInMillis", "the gateway waits for " + usual + " ms at most", "lower the value");
            millis = usual;
        }
        return Duration.ofMillis(millis);
    }

    private static Integration unsupported(String route, Section section, String type, String what) {
        section.warn("type", route + " cannot be served here, it is " + what, "requests to it are answered with 501");
        return new Integration.Unsupported(type, "This is " + what + ", which has no counterpart here.");
    }
}
