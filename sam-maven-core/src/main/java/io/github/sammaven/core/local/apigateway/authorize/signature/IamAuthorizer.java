package io.github.sammaven.core.local.apigateway.authorize.signature;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Lets requests pass that are signed with credentials of this machine. What those may do in AWS is not asked. The
 * request must be as the client sent it: a path that was rewritten has another signature.
 */
public final class IamAuthorizer {

    private final ApiKind kind;
    private final boolean unsignedAllowed;
    private final SignatureVerifier verifier;

    /**
     * @param unsignedAllowed whether a request without a signature passes
     * @param region that requests have to be signed for
     */
    public IamAuthorizer(
            LocalApi api,
            List<LocalCredential> credentials,
            boolean unsignedAllowed,
            String region,
            InstantSource clock) {
        this.kind = api.kind();
        this.unsignedAllowed = unsignedAllowed;
        this.verifier = new SignatureVerifier(credentials, region, clock);
    }

    public Authorization decide(ApiRequest request, RouteMatch match) {
        try {
            Optional<GivenSignature> given = GivenSignature.of(request);
            if (given.isPresent()) {
                return allowed(verifier.verify(request, given.get()), match);
            }
        } catch (WrongSignatureException e) {
            return new Authorization.Refused(
                    GatewayError.INVALID_SIGNATURE, "the signature does not count: " + e.getMessage());
        }
        return unsignedAllowed
                ? Authorization.Allowed.OPEN
                : new Authorization.Refused(
                        kind == ApiKind.HTTP
                                ? GatewayError.INVALID_SIGNATURE
                                : GatewayError.MISSING_AUTHENTICATION_TOKEN,
                        "the request is not signed (AWS_IAM)");
    }

    private Authorization allowed(LocalCredential credential, RouteMatch match) {
        ObjectNode caller = JsonNodeFactory.instance
                .objectNode()
                .put("accessKey", credential.accessKey())
                .put("accountId", credential.account())
                .put("userArn", credential.userArn());
        boolean nested = kind == ApiKind.HTTP
                && (!(match.route().integration() instanceof Integration.Function function)
                        || function.version() == PayloadVersion.V2);
        if (nested) {
            caller.put("callerId", credential.userId())
                    .put("userId", credential.userId())
                    .putNull("cognitoIdentity")
                    .putNull("principalOrgId");
            return new Authorization.Allowed(
                    Optional.of(JsonNodeFactory.instance.objectNode().set("iam", caller)), Optional.empty());
        }
        caller.put("caller", credential.userId()).put("user", credential.userId());
        return new Authorization.Allowed(Optional.empty(), Optional.of(caller));
    }
}
