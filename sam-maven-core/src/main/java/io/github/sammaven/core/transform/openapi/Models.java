package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.Locale;

/** {@code Models}: schemas of request bodies. The document names them in lower case. */
final class Models {

    private static final String SECTION = "definitions";

    private final MappingNode models;
    private final Rejection rejection;

    Models(MappingNode models, Rejection rejection) {
        this.models = models;
        this.rejection = rejection;
    }

    static String nameOf(String model) {
        return model.toLowerCase(Locale.ROOT);
    }

    void applyTo(ApiDefinition definition) {
        models.entries().forEach((name, value) -> Keys.mapping("Models." + name, value, rejection));
        models.entries().forEach((name, value) -> definition.define(SECTION, nameOf(name), typed(name, value)));
    }

    private static Node typed(String name, Node value) {
        if (value.asMapping().flatMap(model -> BlankValue.given(model, "type")).isEmpty()) {
            throw InvalidResourceException.ofTemplate(
                    value.mark(), "model '%s' of an API has no 'type'".formatted(name), "add one: type: object");
        }
        return value;
    }
}
