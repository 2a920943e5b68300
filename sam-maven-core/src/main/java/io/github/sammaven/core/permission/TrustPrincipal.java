package io.github.sammaven.core.permission;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;

/**
 * Who may take on a role.
 *
 * @param statement of the role's trust policy
 */
public record TrustPrincipal(MappingNode statement) {

    /** @param name {@code codebuild.amazonaws.com} */
    public static TrustPrincipal service(String name) {
        return new TrustPrincipal(statement("Service", name, "sts:AssumeRole").build());
    }

    /** @param arn a user, a role or an account: {@code arn:aws:iam::111122223333:root} */
    public static TrustPrincipal aws(String arn) {
        return new TrustPrincipal(statement("AWS", arn, "sts:AssumeRole").build());
    }

    /** Everybody of the account the roles are in, as far as their own policies let them. */
    public static TrustPrincipal ownAccount() {
        return aws("arn:${AWS::Partition}:iam::${AWS::AccountId}:root");
    }

    /**
     * A build server that signs in with OpenID Connect.
     *
     * @param providerArn {@code arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com}
     * @param audience {@code sts.amazonaws.com} for GitHub
     * @param subject who exactly, with {@code *}: {@code repo:acme/orders:ref:refs/heads/main}
     */
    public static TrustPrincipal webIdentity(String providerArn, String audience, String subject) {
        String provider = providerArn.substring(providerArn.indexOf('/') + 1);
        return new TrustPrincipal(statement("Federated", providerArn, "sts:AssumeRoleWithWebIdentity")
                .put(
                        "Condition",
                        MappingNode.builder()
                                .put("StringEquals", MappingNode.of(provider + ":aud", ScalarNode.string(audience)))
                                .put("StringLike", MappingNode.of(provider + ":sub", ScalarNode.string(subject)))
                                .build())
                .build());
    }

    private static MappingNode.Builder statement(String kind, String name, String action) {
        return MappingNode.builder()
                .put("Effect", "Allow")
                .put("Principal", MappingNode.of(kind, RoleTemplate.text(name)))
                .put("Action", action);
    }
}
