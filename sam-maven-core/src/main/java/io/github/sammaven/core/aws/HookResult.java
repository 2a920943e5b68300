package io.github.sammaven.core.aws;

/**
 * What a CloudFormation hook said about a resource.
 *
 * @param type name of the hook, {@code Acme::Security::Encryption}
 * @param status as the service spells it, {@code HOOK_COMPLETE_FAILED}
 * @param reason the hook's words; empty if there are none
 * @param stops whether a failure of the hook fails the resource; it only warns otherwise
 */
public record HookResult(String type, String status, String reason, boolean stops) {

    public boolean isFailure() {
        return status.endsWith("FAILED");
    }
}
