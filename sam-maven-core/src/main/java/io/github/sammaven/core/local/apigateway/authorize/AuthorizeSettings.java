package io.github.sammaven.core.local.apigateway.authorize;

import io.github.sammaven.core.local.apigateway.authorize.signature.LocalCredential;
import io.github.sammaven.core.local.apigateway.authorize.token.JwksSource;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import java.util.List;
import java.util.Set;

/**
 * How strict the authorizers of this run are.
 *
 * @param compatibility in SAM CLI's way only Lambda authorizers ask; all other kinds and API keys are open
 * @param openByName names of authorizers that let everybody pass
 * @param disableAuthorizers whether all of them do; API keys are still asked for, unless an authorizer gives them
 * @param jwks where keys are that their issuers cannot give here
 * @param credentials that requests may be signed with
 * @param unsignedAllowed whether requests without a signature pass where one is asked for; a wrong one never does
 * @param region that requests have to be signed for
 */
public record AuthorizeSettings(
        Compatibility compatibility,
        Set<String> openByName,
        boolean disableAuthorizers,
        List<JwksSource> jwks,
        List<LocalCredential> credentials,
        boolean unsignedAllowed,
        String region) {

    /** As AWS, with nothing opened. */
    public static final AuthorizeSettings DEFAULT =
            new AuthorizeSettings(Compatibility.AWS, Set.of(), false, List.of(), List.of(), false, "us-east-1");

    public AuthorizeSettings {
        openByName = Set.copyOf(openByName);
        jwks = List.copyOf(jwks);
        credentials = List.copyOf(credentials);
    }
}
