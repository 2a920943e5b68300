package io.github.sammaven.plugin.config;

import io.github.sammaven.core.permission.TrustPrincipal;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.List;
import java.util.Optional;

/** Who may take on the deployer's role. */
public final class TrustOption {

    private static final String AUDIENCE = "sts.amazonaws.com";

    private TrustOption() {}

    /**
     * @param names services, or ARNs of users, roles, accounts and OpenID Connect providers; the own account if empty
     * @param subject whom of an OpenID Connect provider
     */
    public static List<TrustPrincipal> of(List<String> names, Optional<String> subject) {
        return names.isEmpty()
                ? List.of(TrustPrincipal.ownAccount())
                : names.stream().map(name -> principal(name, subject)).toList();
    }

    private static TrustPrincipal principal(String name, Optional<String> subject) {
        if (name.startsWith("arn:") && name.contains(":oidc-provider/")) {
            return TrustPrincipal.webIdentity(
                    name,
                    AUDIENCE,
                    subject.orElseThrow(() -> new InvalidOptionException(
                            "sam.trust names an OpenID Connect provider, but not whom of it to trust",
                            "set -Dsam.trustSubject, for GitHub like repo:OWNER/NAME:ref:refs/heads/main")));
        }
        if (name.startsWith("arn:")) {
            return TrustPrincipal.aws(name);
        }
        if (name.contains(".amazonaws.com")) {
            return TrustPrincipal.service(name);
        }
        throw new InvalidOptionException(
                "sam.trust is neither an ARN nor a service: " + name,
                "write it like arn:aws:iam::111122223333:role/NAME or codebuild.amazonaws.com");
    }
}
