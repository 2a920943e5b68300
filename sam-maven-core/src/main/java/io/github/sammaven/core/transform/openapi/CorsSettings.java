package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Cors} of a REST API.
 *
 * @param origin {@code AllowOrigin}
 * @param methods {@code AllowMethods}; if empty, those that a path has
 * @param headers {@code AllowHeaders}
 * @param maxAge {@code MaxAge}
 * @param credentials {@code AllowCredentials}
 */
record CorsSettings(
        Node origin, Optional<Node> methods, Optional<Node> headers, Optional<Node> maxAge, boolean credentials) {

    private static final Set<String> KEYS =
            Set.of("AllowOrigin", "AllowMethods", "AllowHeaders", "MaxAge", "AllowCredentials");
    private static final Node ANY_ORIGIN = ScalarNode.string("'*'");
    private static final Node TRUE = ScalarNode.bool(true);

    /** @param cors a text or intrinsic, which is the origin, or a mapping of settings */
    static CorsSettings of(Node cors, Rejection rejection) {
        if (!(cors instanceof MappingNode settings) || Intrinsic.of(cors).isPresent()) {
            if (cors.asText().isEmpty() && cors.asMapping().isEmpty()) {
                throw rejection.of(cors, "Cors is " + cors.kindName(), "give an origin or a mapping of settings");
            }
            return new CorsSettings(cors, Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
        Keys.allow("Cors", settings, KEYS, rejection);
        Node origin = settings.get("AllowOrigin").orElse(ANY_ORIGIN);
        if (BlankValue.is(origin)) {
            throw rejection.of(origin, "Cors.AllowOrigin is empty", "name an origin, or leave it out to allow any");
        }
        boolean credentials =
                settings.get("AllowCredentials").filter(TRUE::equals).isPresent();
        if (credentials && origin.equals(ANY_ORIGIN)) {
            throw rejection.of(
                    settings,
                    "Cors.AllowCredentials cannot be true when any origin is allowed",
                    "set AllowOrigin to one origin");
        }
        return new CorsSettings(
                origin,
                BlankValue.given(settings, "AllowMethods"),
                BlankValue.given(settings, "AllowHeaders"),
                settings.get("MaxAge").filter(age -> !age.isNull()),
                credentials);
    }
}
