package io.github.sammaven.core.transform.domain;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code MutualTlsAuthentication} of a domain: whose certificates clients need. */
final class MutualTls {

    static final String PROPERTY = "MutualTlsAuthentication";

    private static final Set<String> KNOWN = Set.of("TruststoreUri", "TruststoreVersion");

    private MutualTls() {}

    /** Of a REST API. */
    static Optional<Node> ofRest(DomainSettings settings) {
        return settings.get(PROPERTY)
                .map(given -> properties(settings.api(), given, settings.api().logicalId()));
    }

    /** Of an HTTP API, whose unknown keys are reported under their own names. */
    static Optional<Node> ofHttp(DomainSettings settings) {
        return settings.get(PROPERTY)
                .map(given -> properties(
                        settings.api(),
                        given,
                        given.asMapping()
                                .map(MutualTls::unknown)
                                .map(keys -> String.join(",", keys))
                                .orElse("")));
    }

    private static MappingNode properties(SamResource api, Node given, String unknownReportedAs) {
        MappingNode mapping = given.asMapping()
                .orElseThrow(() -> api.invalid(
                        given, "Domain.%s must be a mapping, this is %s".formatted(PROPERTY, given.kindName()), ""));
        List<String> unknown = unknown(mapping);
        if (!unknown.isEmpty()) {
            throw api.invalidAs(
                    unknownReportedAs,
                    mapping,
                    "Domain.%s: unknown property '%s'".formatted(PROPERTY, unknown.get(0)),
                    "it has TruststoreUri and TruststoreVersion");
        }
        return MappingNode.builder()
                .put("TruststoreUri", BlankValue.given(mapping, "TruststoreUri"))
                .put("TruststoreVersion", BlankValue.given(mapping, "TruststoreVersion"))
                .build();
    }

    private static List<String> unknown(MappingNode mapping) {
        return mapping.keys().stream()
                .filter(key -> !KNOWN.contains(key))
                .sorted()
                .toList();
    }
}
