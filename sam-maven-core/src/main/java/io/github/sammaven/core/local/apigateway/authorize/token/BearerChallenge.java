package io.github.sammaven.core.local.apigateway.authorize.token;

import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.List;
import java.util.regex.Pattern;

/** {@code WWW-Authenticate} of HTTP APIs: what is asked for, and what is wrong with what was given (RFC 6750). */
final class BearerChallenge {

    private static final String NAME = "WWW-Authenticate";
    private static final Pattern NOT_QUOTABLE = Pattern.compile("[^ -~]|\\\\");

    private BearerChallenge() {}

    /** There was no token. */
    static Header missing() {
        return new Header(NAME, "Bearer");
    }

    /**
     * @param scopes of the route
     * @param error {@code invalid_token}
     */
    static Header of(List<String> scopes, String error, String description) {
        return new Header(
                NAME,
                "Bearer scope=\"" + quotable(String.join(" ", scopes)) + "\" error=\"" + error
                        + "\" error_description=\"" + quotable(description) + "\"");
    }

    /** Parts of it may come from the token. */
    private static String quotable(String text) {
        return NOT_QUOTABLE.matcher(text.replace('"', '\'')).replaceAll("?");
    }
}
