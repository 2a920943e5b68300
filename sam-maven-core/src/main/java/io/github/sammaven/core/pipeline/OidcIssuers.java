package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signs the identity tokens of a CI server, and whether the account knows them already. */
final class OidcIssuers {

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:oidc-provider/(.+)");
    private static final String GITHUB = "token.actions.githubusercontent.com";
    private static final String GITLAB = "gitlab.com";

    private final List<CicdProvider> providers;
    private final List<GitRemote> remotes;
    private final Optional<String> known;

    /** @param known ARN of an OpenID Connect provider of the account */
    OidcIssuers(List<CicdProvider> providers, List<GitRemote> remotes, Optional<String> known) {
        this.providers = providers;
        this.remotes = remotes;
        this.known = known;
        known.filter(arn -> !ARN.matcher(arn).matches()).ifPresent(wrong -> {
            throw new InvalidOptionException(
                    "sam.oidcProviderArn is not the ARN of an OpenID Connect provider: " + wrong,
                    "write it like arn:aws:iam::111122223333:oidc-provider/" + GITHUB);
        });
    }

    /** Host of the issuer, with its path if it has one. */
    String issuer(CicdProvider server) {
        return knownArn(server)
                .flatMap(OidcIssuers::issuerOf)
                .orElseGet(() -> server == CicdProvider.GITHUB_ACTIONS
                        ? GITHUB
                        : remote(server).map(GitRemote::host).orElse(GITLAB));
    }

    /** Empty if the template has to make the provider. */
    Optional<String> knownArn(CicdProvider server) {
        return known.filter(arn -> serverOf(arn) == server);
    }

    /** {@code owner/name}, as far as the repository tells. */
    Optional<String> repository(CicdProvider server) {
        return remote(server).map(GitRemote::path);
    }

    private Optional<GitRemote> remote(CicdProvider server) {
        String host = server == CicdProvider.GITHUB_ACTIONS ? "github" : "gitlab";
        return remotes.stream().filter(remote -> remote.host().contains(host)).findFirst();
    }

    private CicdProvider serverOf(String arn) {
        boolean github = issuerOf(arn).filter(GITHUB::equals).isPresent() || !providers.contains(CicdProvider.GITLAB);
        return github ? CicdProvider.GITHUB_ACTIONS : CicdProvider.GITLAB;
    }

    private static Optional<String> issuerOf(String arn) {
        Matcher parts = ARN.matcher(arn);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
