package io.github.sammaven.core.local.apigateway.authorize.token;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A Cognito user pool that tokens may come from.
 *
 * @param issuer that tokens must name; empty if the keys were given for a pool that is not in AWS
 */
record UserPool(Optional<String> issuer, TokenVerifier verifier) {

    private static final int ARN_PARTS = 6;
    private static final String POOL = "userpool/";

    /**
     * The keys that are given for it come first; a pool of an ARN has its issuer in AWS.
     *
     * @param name ARN, or what stands in its place
     * @return empty if nothing says where its keys are
     */
    static Optional<UserPool> of(String name, String authorizer, List<JwksSource> sources, InstantSource clock) {
        Optional<String> issuer = issuer(name);
        Optional<JwksSource> given = sources.stream()
                .filter(source -> source.name().equals(authorizer)
                        || source.name().equals(name)
                        || issuer.isPresent()
                                && (source.name().equals(issuer.get())
                                        || issuer.get().endsWith("/" + source.name())))
                .findFirst();
        if (given.isPresent()) {
            return Optional.of(new UserPool(
                    given.map(JwksSource::name).filter(issuer.stream().toList()::contains),
                    verifier(KeyLocation.of(given.get()), clock)));
        }
        return issuer.map(
                url -> new UserPool(issuer, verifier(documents -> URI.create(url + "/.well-known/jwks.json"), clock)));
    }

    private static TokenVerifier verifier(KeyLocation location, InstantSource clock) {
        return new TokenVerifier(new IssuerKeys(location, new JsonDocuments(), clock), clock);
    }

    /** Of an ARN, {@code https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12}. */
    private static Optional<String> issuer(String name) {
        String[] parts = name.split(":", ARN_PARTS);
        boolean known = parts.length == ARN_PARTS
                && parts[0].equals("arn")
                && parts[2].equals("cognito-idp")
                && parts[5].startsWith(POOL);
        String domain = parts.length > 1 && parts[1].equals("aws-cn") ? ".amazonaws.com.cn/" : ".amazonaws.com/";
        return known
                ? Optional.of("https://cognito-idp." + parts[3] + domain + parts[5].substring(POOL.length()))
                : Optional.empty();
    }
}
