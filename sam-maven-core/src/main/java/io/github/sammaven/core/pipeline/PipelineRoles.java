package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.permission.PolicyFor;
import io.github.sammaven.core.permission.PolicyPlan;
import io.github.sammaven.core.permission.RoleTemplate;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.TemplateWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CloudFormation template with what a pipeline works with: the bucket, the role of the CI server, and the role that it
 * hands over to CloudFormation. Nobody is an administrator.
 */
public final class PipelineRoles {

    private static final String BUCKET = "ArtifactBucket";

    private final PipelineProject project;
    private final PolicyPlan plan;
    private final List<ServerTrust> servers;
    private final boolean branches;

    /**
     * @param providers the CI servers that are trusted, at least one
     * @param plan for the scopes of all stages
     * @param remotes of the repository, which tell whom to trust
     * @param oidcProviderArn an OpenID Connect provider that the account has already
     * @throws InvalidOptionException if that is no ARN of one
     */
    public PipelineRoles(
            PipelineProject project,
            List<CicdProvider> providers,
            PolicyPlan plan,
            List<GitRemote> remotes,
            Optional<String> oidcProviderArn) {
        this.project = project;
        this.plan = plan.withoutRemoval();
        OidcIssuers issuers = new OidcIssuers(providers, remotes, oidcProviderArn);
        this.servers = providers.stream()
                .distinct()
                .map(server -> ServerTrust.of(server, project, issuers))
                .toList();
        this.branches = providers.contains(CicdProvider.GITHUB_ACTIONS) || providers.contains(CicdProvider.GITLAB);
    }

    /** What is known of the deployment of one stage: the bucket and the role are those of the template. */
    public static DeploymentScope scope(String stackName) {
        return RoleTemplate.scope(DeploymentScope.of(stackName, "${" + BUCKET + "}"));
    }

    /** {@code pipeline/roles.yaml}. */
    public PipelineFile file() {
        MappingNode roles = MappingNode.of(RoleTemplate.resources(
                plan, servers.stream().map(ServerTrust::principal).toList()));
        return new PipelineFile(
                "pipeline/roles.yaml",
                head() + parameters() + conditions() + "Resources:\n" + bucket()
                        + ServerTrust.joined(servers, ServerTrust::resources)
                        + new TemplateWriter().yaml(roles).indent(2) + outputs());
    }

    private String head() {
        return """
                # Bucket and roles of the pipeline of %1$s, for someone who may make roles to deploy once:
                #   aws cloudformation deploy --template-file pipeline/roles.yaml --stack-name %1$s-pipeline-roles \\
                #     --region %2$s --capabilities CAPABILITY_IAM%3$s
                # The CloudFormation role may do what the resources of the template need in the stacks
                # %4$s, and no more. When they need more:
                # delete this file, run the goal pipeline again, and deploy it again.
                %5$sAWSTemplateFormatVersion: '2010-09-09'
                Description: Bucket and roles of the pipeline of %1$s
                """.formatted(
                        project.name(),
                        project.region(),
                        parameters().isEmpty() ? "" : " --parameter-overrides NAME=VALUE ...",
                        project.stages().stream().map(PipelineStage::stackName).collect(Collectors.joining(", ")),
                        remarks());
    }

    /** What somebody who reads the roles ought to know. */
    private String remarks() {
        Stream<String> missing = plan.warnings().stream().map(PipelineRoles::missing);
        Stream<String> notes = Stream.of(PolicyFor.CI, PolicyFor.CLOUDFORMATION)
                .flatMap(role -> plan.notesFor(role).stream())
                .distinct();
        return Stream.concat(missing, notes)
                .map(remark -> "# - " + remark.replaceAll("\\s+", " ") + "\n")
                .collect(Collectors.joining());
    }

    private static String missing(Problem problem) {
        return "NOT COMPLETE: " + problem.mark() + ": " + problem.message() + "; " + problem.suggestion();
    }

    private String parameters() {
        String branch = branches ? """
                  BranchName:
                    Type: String
                    Description: The one branch that may deploy
                    AllowedPattern: '[^*?]+'
                    Default: '%s'
                """.formatted(project.branch()) : "";
        String all = ServerTrust.joined(servers, ServerTrust::parameters) + branch;
        return all.isEmpty() ? "" : "Parameters:\n" + all;
    }

    private String conditions() {
        String all = ServerTrust.joined(servers, ServerTrust::conditions);
        return all.isEmpty() ? "" : "Conditions:\n" + all;
    }

    private static String bucket() {
        return """
                  %1$s:
                    Type: AWS::S3::Bucket
                    DeletionPolicy: Retain
                    UpdateReplacePolicy: Retain
                    Properties:
                      BucketEncryption:
                        ServerSideEncryptionConfiguration:
                          - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}
                      OwnershipControls:
                        Rules:
                          - ObjectOwnership: BucketOwnerEnforced
                      PublicAccessBlockConfiguration:
                        BlockPublicAcls: true
                        BlockPublicPolicy: true
                        IgnorePublicAcls: true
                        RestrictPublicBuckets: true
                      VersioningConfiguration: {Status: Enabled}
                      LifecycleConfiguration:
                        Rules:
                          - Id: OldVersions
                            Status: Enabled
                            NoncurrentVersionExpiration: {NoncurrentDays: 90}
                            ExpiredObjectDeleteMarker: true
                            AbortIncompleteMultipartUpload: {DaysAfterInitiation: 7}
                  %1$sPolicy:
                    Type: AWS::S3::BucketPolicy
                    DeletionPolicy: Retain
                    UpdateReplacePolicy: Retain
                    Properties:
                      Bucket: !Ref %1$s
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Sid: TlsOnly
                            Effect: Deny
                            Principal: '*'
                            Action: s3:*
                            Resource:
                              - !GetAtt %1$s.Arn
                              - !Sub ${%1$s.Arn}/*
                            Condition:
                              Bool: {aws:SecureTransport: false}
                """.formatted(BUCKET);
    }

    private static String outputs() {
        return """
                Outputs:
                  %1$s:
                    Description: The CI server's variable SAM_BUCKET
                    Value: !Ref %1$s
                  %2$s:
                    Description: The CI server's variable SAM_DEPLOYER_ROLE
                    Value: !GetAtt %2$s.Arn
                  %2$sName:
                    Description: Its name, which pipeline.yaml takes
                    Value: !Ref %2$s
                  %3$s:
                    Description: The CI server's variable SAM_CLOUDFORMATION_ROLE
                    Value: !GetAtt %3$s.Arn
                """.formatted(BUCKET, RoleTemplate.DEPLOYER, RoleTemplate.CLOUDFORMATION);
    }
}
