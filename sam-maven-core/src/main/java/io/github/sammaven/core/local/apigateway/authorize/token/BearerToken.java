package io.github.sammaven.core.local.apigateway.authorize.token;

/** Tokens are given as they are, or with their scheme in front. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static String of(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length()).strip()
                : value.strip();
    }
}
