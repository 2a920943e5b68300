package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.Integration.MockResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a fixed answer. */
final class MockReader {

    private static final int OK = 200;

    private final Section section;
    private final Map<String, String> stageVariables;

    MockReader(Section section, Map<String, String> stageVariables) {
        this.section = section;
        this.stageVariables = stageVariables;
    }

    Integration.Mock read() {
        Map<String, MockResponse> responses = new LinkedHashMap<>();
        section.section("responses").ifPresent(all -> all.mapping().keys().forEach(pattern -> all.section(pattern)
                .ifPresent(response -> responses.put(pattern, response(response)))));
        for (Section response : section.sections("integrationResponses")) {
            Section spelled = response.inOpenApiSpelling();
            responses.put(spelled.text("selectionPattern").orElse("default"), response(spelled));
        }
        return new Integration.Mock(
                section.textMap("requestTemplates"), responses, section.text("passthroughBehavior"));
    }

    private MockResponse response(Section response) {
        int status = GatewayAnswer.status(response).orElse(OK);
        return new MockResponse(
                status,
                GatewayAnswer.headers(response, "method.response.header.", stageVariables),
                response.textMap("responseTemplates"));
    }
}
