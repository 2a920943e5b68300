package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code GatewayResponses}: what the gateway answers when it does not ask the integration. */
final class GatewayResponses {

    private static final String SECTION = "x-amazon-apigateway-gateway-responses";
    private static final Node ZERO = ScalarNode.integer(0);
    private static final Set<String> KEYS = Set.of("ResponseParameters", "ResponseTemplates", "StatusCode");
    private static final Map<String, String> PREFIXES = Map.of(
            "Headers", "gatewayresponse.header.",
            "Paths", "gatewayresponse.path.",
            "QueryStrings", "gatewayresponse.querystring.");
    private static final Pattern STATUS = Pattern.compile("\\d{1,3}");

    private final MappingNode responses;
    private final Rejection rejection;

    GatewayResponses(MappingNode responses, Rejection rejection) {
        this.responses = responses;
        this.rejection = rejection;
    }

    void applyTo(ApiDefinition definition) {
        responses.entries().forEach((name, value) -> definition.define(SECTION, name, response(name, value)));
    }

    private MappingNode response(String name, Node value) {
        String property = "GatewayResponses." + name;
        MappingNode settings = Keys.mapping(property, value, rejection);
        if (Intrinsic.of(settings).isPresent()) {
            throw rejection.of(value, property + " is an intrinsic function", "write the response itself");
        }
        Keys.allow(property, settings, KEYS, rejection);
        MappingNode.Builder response = MappingNode.builder()
                .put("responseParameters", parameters(property, settings))
                .put(
                        "responseTemplates",
                        BlankValue.given(settings, "ResponseTemplates").orElseGet(ApiDefinition::empty));
        settings.get("StatusCode")
                .filter(code -> !BlankValue.is(code) || code.equals(ZERO))
                .ifPresent(code -> response.put("statusCode", status(property, code)));
        return response.build();
    }

    private MappingNode parameters(String property, MappingNode settings) {
        MappingNode.Builder parameters = MappingNode.builder();
        Node written = BlankValue.given(settings, "ResponseParameters").orElseGet(ApiDefinition::empty);
        String name = property + ".ResponseParameters";
        MappingNode groups = Keys.mapping(name, written, rejection);
        Keys.allow(name, groups, PREFIXES.keySet(), rejection);
        groups.entries().forEach((group, values) -> Keys.mapping(name + "." + group, values, rejection)
                .entries()
                .forEach((key, value) -> parameters.put(PREFIXES.get(group) + key, value)));
        return parameters.build();
    }

    private String status(String property, Node code) {
        return code.asScalar()
                .filter(scalar -> scalar.kind() != ScalarKind.BOOLEAN)
                .map(ScalarNode::text)
                .filter(text -> STATUS.matcher(text).matches())
                .orElseThrow(() -> rejection.of(
                        code, property + ".StatusCode is no status code", "write one to three digits: 404"));
    }
}
