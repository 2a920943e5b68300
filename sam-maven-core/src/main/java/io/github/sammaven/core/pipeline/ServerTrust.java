package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.permission.TrustPrincipal;
import io.github.sammaven.core.template.Intrinsic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the deployer's role knows a CI server.
 *
 * @param principal for the role's trust policy
 * @param parameters declarations of the template, as YAML
 * @param conditions of the template, as YAML
 * @param resources of the template, as YAML
 */
record ServerTrust(TrustPrincipal principal, String parameters, String conditions, String resources) {

    private static final String AUDIENCE = "sts.amazonaws.com";

    static ServerTrust of(CicdProvider server, PipelineProject project, OidcIssuers issuers) {
        return switch (server) {
            case GITHUB_ACTIONS -> gitHub(project, issuers);
            case GITLAB -> gitLab(project, issuers);
            case CODEPIPELINE -> new ServerTrust(TrustPrincipal.ownService("codebuild.amazonaws.com"), "", "", "");
            case JENKINS -> new ServerTrust(TrustPrincipal.aws("${JenkinsAgentRole}"), """
                          JenkinsAgentRole:
                            Type: String
                            Description: ARN of the role Jenkins' agents have, which may take on the role of the deployer
                            AllowedPattern: arn:aws[a-z-]*:iam::\\d{12}:(role|user)/.+
                        """, "", "");
        };
    }

    /** A job that belongs to an environment has that in its identity instead of its branch. */
    private static ServerTrust gitHub(PipelineProject project, OidcIssuers issuers) {
        List<String> subjects = new ArrayList<>(List.of("repo:${GitHubRepository}:ref:refs/heads/${BranchName}"));
        project.stages().stream()
                .filter(PipelineStage::approval)
                .forEach(stage -> subjects.add("repo:${GitHubRepository}:environment:" + stage.name()));
        return signedIn(
                CicdProvider.GITHUB_ACTIONS,
                "GitHub",
                subjects,
                declaration("GitHubRepository", "owner/name", CicdProvider.GITHUB_ACTIONS, issuers),
                issuers);
    }

    private static ServerTrust gitLab(PipelineProject project, OidcIssuers issuers) {
        return signedIn(
                CicdProvider.GITLAB,
                "GitLab",
                List.of("project_path:${GitLabProject}:ref_type:branch:ref:${BranchName}"),
                declaration("GitLabProject", "group/project", CicdProvider.GITLAB, issuers),
                issuers);
    }

    private static String declaration(String name, String form, CicdProvider server, OidcIssuers issuers) {
        return """
                  %s:
                    Type: String
                    Description: The one repository that may deploy, %s
                    AllowedPattern: '[^*?/]+(/[^*?/]+)+'
                """.formatted(name, form)
                + issuers.repository(server)
                        .map(path -> "    Default: '" + path.replace("'", "''") + "'\n")
                        .orElse("");
    }

    private static ServerTrust signedIn(
            CicdProvider server, String name, List<String> subjects, String repository, OidcIssuers issuers) {
        String issuer = issuers.issuer(server);
        return new ServerTrust(
                TrustPrincipal.webIdentity(
                        Intrinsic.ifElse(
                                "Make" + name + "Provider",
                                Intrinsic.ref(name + "Provider"),
                                Intrinsic.ref(name + "ProviderArn")),
                        issuer,
                        AUDIENCE,
                        subjects),
                repository
                        + """
                          %1$sProviderArn:
                            Type: String
                            Description: ARN of the account's OpenID Connect provider for %2$s; an account can have only one. Empty makes it
                            Default: '%3$s'
                        """.formatted(name, issuer, issuers.knownArn(server).orElse("")),
                "  Make%1$sProvider: !Equals [!Ref %1$sProviderArn, '']\n".formatted(name),
                """
                          %1$sProvider:
                            Type: AWS::IAM::OIDCProvider
                            Condition: Make%1$sProvider
                            DeletionPolicy: Retain
                            UpdateReplacePolicy: Retain
                            Properties:
                              Url: https://%2$s
                              ClientIdList: [%3$s]
                        """.formatted(name, issuer, AUDIENCE));
    }

    /** One text of all. */
    static String joined(List<ServerTrust> all, Function<ServerTrust, String> part) {
        return all.stream().map(part).collect(Collectors.joining());
    }
}
