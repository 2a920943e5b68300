package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.Optional;

/**
 * The {@code Domain} of an API.
 *
 * @param api the API
 * @param values with parameters put in
 */
record DomainSettings(SamResource api, MappingNode values) {

    /** @throws io.github.sammaven.core.transform.context.InvalidResourceException if it is no complete domain */
    static DomainSettings of(SamResource api, Node domain) {
        MappingNode values = domain.asMapping()
                .orElseThrow(() -> api.invalid(domain, "Domain must be a mapping, this is " + domain.kindName(), ""));
        DomainSettings settings = new DomainSettings(api, values);
        settings.required("DomainName");
        settings.required("CertificateArn");
        return settings;
    }

    /** Empty if the value is absent, null, false, zero, or an empty text, list or mapping. */
    Optional<Node> get(String key) {
        return truthy(values, key);
    }

    static Optional<Node> truthy(MappingNode mapping, String key) {
        return mapping.get(key).filter(DomainSettings::isTruthy);
    }

    private static boolean isTruthy(Node node) {
        if (node instanceof ScalarNode scalar) {
            return switch (scalar.kind()) {
                case NULL -> false;
                case STRING -> !scalar.text().isEmpty();
                case BOOLEAN -> scalar.text().equals("true");
                case INTEGER, FLOAT -> Double.parseDouble(scalar.text()) != 0;
            };
        }
        return node.asMapping().map(mapping -> mapping.size() > 0).orElse(true)
                && node.asSequence().map(list -> !list.items().isEmpty()).orElse(true);
    }

    Node required(String key) {
        return get(key).orElseThrow(() ->
                api.invalid(values, "Domain needs " + key, "a custom domain is DomainName and CertificateArn"));
    }

    /** A mapping under {@code Domain}; empty if it is not there. */
    Optional<MappingNode> mapping(String key) {
        return values.get(key).filter(value -> !value.isNull()).map(value -> value.asMapping()
                .orElseThrow(() -> api.invalid(
                        value, "Domain.%s must be a mapping, this is %s".formatted(key, value.kindName()), "")));
    }
}
