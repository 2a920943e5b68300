package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code RequestModel} of an {@code Api} event: the schema of its body, and what is validated. */
final class RequestModel {

    private static final String PARAMETERS = "parameters";
    private static final String VALIDATOR = "x-amazon-apigateway-request-validator";
    private static final String VALIDATE_BODY = "ValidateBody";
    private static final String VALIDATE_PARAMETERS = "ValidateParameters";

    private final MappingNode settings;
    private final Rejection rejection;

    RequestModel(MappingNode settings, Rejection rejection) {
        this.settings = settings;
        this.rejection = rejection;
    }

    /** @param models {@code Models} of the API as written */
    MappingNode applyTo(ApiDefinition definition, MappingNode method, Optional<Node> models) {
        Optional<Node> model = BlankValue.given(settings, "Model");
        if (model.isEmpty()) {
            return method;
        }
        String name = Models.nameOf(checked(model.get(), models));
        MappingNode described = definition.isOpenApi3() ? withRequestBody(method, name) : withParameter(method, name);
        return validated(definition, described);
    }

    private String checked(Node model, Optional<Node> models) {
        MappingNode known = models.flatMap(Node::asMapping).orElseGet(ApiDefinition::empty);
        String name = model.asText().orElse("");
        if (!ApiDefinition.isText(model) || known.mapping(name).isEmpty()) {
            throw rejection.of(
                    model,
                    "RequestModel.Model '%s' is none of the Models of the API".formatted(name),
                    Keys.oneOf(name, known.keys()));
        }
        return name;
    }

    private MappingNode withParameter(MappingNode method, String name) {
        MappingNode.Builder parameter = MappingNode.builder()
                .put("in", "body")
                .put("name", name)
                .put("schema", MappingNode.of("$ref", ScalarNode.string("#/definitions/" + name)));
        required().ifPresent(required -> parameter.put("required", required));
        return method.with(PARAMETERS, appended(method, parameter.build()));
    }

    private MappingNode withRequestBody(MappingNode method, String name) {
        MappingNode reference = MappingNode.of("$ref", ScalarNode.string("#/components/schemas/" + name));
        MappingNode.Builder body = MappingNode.builder()
                .put("content", MappingNode.of("application/json", MappingNode.of("schema", reference)));
        required().ifPresent(required -> body.put("required", required));
        return method.with("requestBody", body.build());
    }

    private Optional<Node> required() {
        return settings.get("Required").filter(required -> !required.isNull());
    }

    private MappingNode validated(ApiDefinition definition, MappingNode method) {
        Optional<Boolean> body = flag(VALIDATE_BODY);
        Optional<Boolean> parameters = flag(VALIDATE_PARAMETERS);
        if (body.isEmpty() && parameters.isEmpty()) {
            return method;
        }
        String name = validator(body.orElse(false), parameters.orElse(false));
        definition.define(
                VALIDATOR + "s",
                name,
                MappingNode.builder()
                        .put("validateRequestBody", ScalarNode.bool(body.orElse(false)))
                        .put("validateRequestParameters", ScalarNode.bool(parameters.orElse(false)))
                        .build());
        return method.with(VALIDATOR, ScalarNode.string(name));
    }

    private static String validator(boolean body, boolean parameters) {
        if (body) {
            return parameters ? "body-and-params" : "body-only";
        }
        return parameters ? "params-only" : "no-validation";
    }

    private Optional<Boolean> flag(String key) {
        Optional<Node> value = settings.get(key).filter(node -> !node.isNull());
        value.filter(node -> !EventAuth.isBoolean(node)).ifPresent(node -> {
            throw rejection.of(
                    node, "RequestModel.%s is %s".formatted(key, node.kindName()), "true or false is expected");
        });
        return value.flatMap(Node::asText).map(Boolean::valueOf);
    }

    static SequenceNode appended(MappingNode method, Node parameter) {
        List<Node> parameters = new ArrayList<>(
                method.sequence(PARAMETERS).map(SequenceNode::items).orElse(List.of()));
        parameters.add(parameter);
        return SequenceNode.of(parameters);
    }
}
