package io.github.sammaven.plugin.config;

import io.github.sammaven.core.local.apigateway.authorize.signature.LocalCredential;
import io.github.sammaven.core.template.LocalValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The credentials that callers of local APIs may sign with: those of the environment, which the functions have too. */
public final class LocalCredentials {

    /** What functions get where the environment has none; as in SAM CLI. */
    private static final LocalCredential PLACEHOLDER = LocalCredential.of("defaultkey", "defaultsecret");

    private LocalCredentials() {}

    /** @param environment of this process */
    public static List<LocalCredential> of(Map<String, String> environment) {
        Optional<String> key = Optional.ofNullable(environment.get("AWS_ACCESS_KEY_ID"));
        Optional<String> secret = Optional.ofNullable(environment.get("AWS_SECRET_ACCESS_KEY"));
        if (key.isEmpty() || secret.isEmpty()) {
            return List.of(PLACEHOLDER);
        }
        return List.of(new LocalCredential(
                key.get(),
                secret.get(),
                Optional.ofNullable(environment.get("AWS_SESSION_TOKEN")),
                LocalValues.DEFAULT_ACCOUNT,
                "arn:aws:iam::" + LocalValues.DEFAULT_ACCOUNT + ":user/local",
                key.get()));
    }
}
