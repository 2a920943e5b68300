package io.github.sammaven.core.permission;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;

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

    /** A service, for what belongs to the account the roles are in. */
    public static TrustPrincipal ownService(String name) {
        return new TrustPrincipal(statement("Service", name, "sts:AssumeRole")
                .put(
                        "Condition",
                        MappingNode.of(
                                "StringEquals",
                                MappingNode.of("aws:SourceAccount", RoleTemplate.text("${AWS::AccountId}"))))
                .build());
    }

    /**
     * A build server that signs in with OpenID Connect.
     *
     * @param providerArn {@code arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com}
     * @param audience {@code sts.amazonaws.com} for GitHub
     * @param subject who exactly, with {@code *}: {@code repo:acme/orders:ref:refs/heads/main}
     */
    public static TrustPrincipal webIdentity(String providerArn, String audience, String subject) {
        return webIdentity(
                RoleTemplate.text(providerArn),
                providerArn.substring(providerArn.indexOf('/') + 1),
                audience,
                List.of(subject));
    }

    /**
     * A build server that signs in with OpenID Connect.
     *
     * @param provider ARN of the provider, or what makes it
     * @param issuer {@code token.actions.githubusercontent.com}
     * @param subjects who exactly, with {@code *}, and <code>${Parameter}</code> of the template
     */
    public static TrustPrincipal webIdentity(Node provider, String issuer, String audience, List<String> subjects) {
        List<Node> whom = subjects.stream().map(RoleTemplate::text).toList();
        return new TrustPrincipal(statement("Federated", provider, "sts:AssumeRoleWithWebIdentity")
                .put(
                        "Condition",
                        MappingNode.builder()
                                .put("StringEquals", MappingNode.of(issuer + ":aud", ScalarNode.string(audience)))
                                .put(
                                        "StringLike",
                                        MappingNode.of(
                                                issuer + ":sub",
                                                whom.size() == 1 ? whom.get(0) : SequenceNode.of(whom)))
                                .build())
                .build());
    }

    private static MappingNode.Builder statement(String kind, String name, String action) {
        return statement(kind, RoleTemplate.text(name), action);
    }

    private static MappingNode.Builder statement(String kind, Node principal, String action) {
        return MappingNode.builder()
                .put("Effect", "Allow")
                .put("Principal", MappingNode.of(kind, principal))
                .put("Action", action);
    }
}
