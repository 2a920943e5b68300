package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
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
        return BlankValue.given(values, key);
    }

    /** Present unless it is null; a value that is blank is the user's. */
    Optional<Node> written(String key) {
        return values.get(key).filter(value -> !value.isNull());
    }

    Node required(String key) {
        return written(key)
                .orElseThrow(() ->
                        api.invalid(values, "Domain needs " + key, "a custom domain is DomainName and CertificateArn"));
    }

    /** A mapping under {@code Domain}; empty if it is not there. */
    Optional<MappingNode> mapping(String key) {
        return written(key).map(value -> value.asMapping()
                .orElseThrow(() -> api.invalid(
                        value, "Domain.%s must be a mapping, this is %s".formatted(key, value.kindName()), "")));
    }
}
