package io.github.sammaven.core.local.apigateway.authorize.signature;

import java.util.Optional;

/**
 * Credentials that callers may sign with.
 *
 * @param accessKey id of the access key
 * @param secret never shown
 * @param sessionToken of temporary credentials; never shown
 * @param account 12 digits
 * @param userArn of whom they belong to
 * @param userId of whom they belong to
 */
public record LocalCredential(
        String accessKey, String secret, Optional<String> sessionToken, String account, String userArn, String userId) {

    /** Lasting credentials of a user of the local account. */
    public static LocalCredential of(String accessKey, String secret) {
        return new LocalCredential(
                accessKey, secret, Optional.empty(), "123456789012", "arn:aws:iam::123456789012:user/local", accessKey);
    }

    @Override
    public String toString() {
        return "LocalCredential[" + accessKey + "]";
    }
}
