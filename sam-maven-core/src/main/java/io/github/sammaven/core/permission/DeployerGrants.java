package io.github.sammaven.core.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the goals themselves call to package, deploy and delete. */
final class DeployerGrants {

    private static final String MANAGED_STACK = "aws-sam-cli-managed-default";
    private static final String MANAGED_BUCKET = MANAGED_STACK + "-samclisourcebucket-*";

    private static final String ANY_STACK =
            "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/*";

    private static final List<String> CHANGE_SETS = List.of(
            "cloudformation:ContinueUpdateRollback",
            "cloudformation:DeleteStack",
            "cloudformation:ListChangeSets",
            "cloudformation:UpdateTerminationProtection",
            "cloudformation:CreateChangeSet",
            "cloudformation:DescribeChangeSet",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:DeleteChangeSet",
            "cloudformation:TagResource",
            "cloudformation:UntagResource");
    private static final List<String> FOLLOWING = List.of(
            "cloudformation:DescribeStacks",
            "cloudformation:DescribeStackEvents",
            "cloudformation:DescribeEvents",
            "cloudformation:ListStackResources");

    private final DeploymentScope scope;
    private final Grants grants;

    DeployerGrants(DeploymentScope scope, Grants grants) {
        this.scope = scope;
        this.grants = grants;
    }

    /** Archives and templates in the bucket: looked for, written, read by CloudFormation for the caller. */
    void artifacts() {
        Optional<String> bucket = bucket();
        if (bucket.isEmpty()) {
            return;
        }
        Need need = Need.of("uploading artifacts");
        grants.add(
                "ArtifactBucket",
                List.of("s3:ListBucket", "s3:ListBucketMultipartUploads"),
                List.of(s3(bucket.get())),
                need);
        grants.add(
                "Artifacts",
                List.of(
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:PutObject",
                        "s3:AbortMultipartUpload",
                        "s3:ListMultipartUploadParts"),
                List.of(s3(bucket.get()) + "/" + objects()),
                need);
        scope.kmsKey()
                .ifPresent(key -> grants.add(
                        "ArtifactKey", List.of("kms:GenerateDataKey", "kms:Decrypt"), List.of(kms(key)), need));
    }

    /** What {@code delete} calls besides: objects go only if no other stack of the region names them. */
    void removal() {
        Need need = Need.of("deleting artifacts");
        bucket().ifPresent(bucket -> {
            grants.add("ListArtifactVersions", List.of("s3:ListBucketVersions"), List.of(s3(bucket)), need);
            grants.add(
                    "DeleteArtifacts",
                    List.of("s3:DeleteObject", "s3:DeleteObjectVersion"),
                    List.of(s3(bucket) + "/" + objects()),
                    need);
        });
        grants.add("DeleteImages", List.of("ecr:BatchDeleteImage", "ecr:DescribeImages"), repositories(), need);
        grants.add(
                "OtherStacks",
                List.of(
                        "cloudformation:DescribeStacks",
                        "cloudformation:GetTemplate",
                        "cloudformation:ListStackResources"),
                List.of(ANY_STACK),
                Need.of("finding artifacts that other stacks need"));
    }

    /** That services read the archives for whoever makes the resources. */
    static void reading(DeploymentScope scope, Grants grants) {
        DeployerGrants all = new DeployerGrants(scope, grants);
        Need need = Need.of("reading artifacts");
        all.bucket()
                .ifPresent(bucket -> grants.add(
                        "ReadArtifacts",
                        List.of("s3:GetObject", "s3:GetObjectVersion"),
                        List.of(s3(bucket) + "/" + all.objects()),
                        need));
        scope.kmsKey()
                .ifPresent(key -> grants.add("ReadArtifactsKey", List.of("kms:Decrypt"), List.of(kms(key)), need));
        grants.add(
                "ReadImages",
                List.of(
                        "ecr:BatchGetImage",
                        "ecr:GetDownloadUrlForLayer",
                        "ecr:GetRepositoryPolicy",
                        "ecr:SetRepositoryPolicy"),
                all.repositories(),
                need);
    }

    private Optional<String> bucket() {
        return scope.bucket().or(() -> scope.managedBucket() ? Optional.of(MANAGED_BUCKET) : Optional.empty());
    }

    private String objects() {
        return scope.prefix().isEmpty() ? "*" : scope.prefix() + "/*";
    }

    void signing() {
        if (scope.signingProfiles().isEmpty()) {
            return;
        }
        Need need = Need.of("signing archives");
        grants.add(
                "Signing",
                List.of("signer:StartSigningJob"),
                scope.signingProfiles().stream().map(DeployerGrants::profile).toList(),
                need);
        grants.add(
                "SigningJobs",
                List.of("signer:DescribeSigningJob"),
                List.of("arn:${AWS::Partition}:signer:${AWS::Region}:${AWS::AccountId}:/signing-jobs/*"),
                need);
    }

    private static String profile(String profile) {
        String[] parts = profile.split(":", 2);
        String account = parts.length > 1 ? parts[1] : "${AWS::AccountId}";
        return "arn:${AWS::Partition}:signer:${AWS::Region}:" + account + ":/signing-profiles/" + parts[0];
    }

    void images() {
        List<String> repositories = repositories();
        if (repositories.isEmpty()) {
            return;
        }
        Need need = Need.of("pushing images");
        grants.add(List.of("ecr:GetAuthorizationToken"), need);
        grants.add(
                "Images",
                List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:CompleteLayerUpload",
                        "ecr:GetDownloadUrlForLayer",
                        "ecr:InitiateLayerUpload",
                        "ecr:PutImage",
                        "ecr:UploadLayerPart"),
                repositories,
                need);
        scope.companionStack().ifPresent(this::companion);
    }

    /** CloudFormation makes it with the caller's permissions, whatever role the stack itself has. */
    private void companion(DeploymentScope.Companion companion) {
        Need need = Need.of("making repositories for images");
        grants.add(
                "CompanionStack",
                List.of(
                        "cloudformation:CreateStack",
                        "cloudformation:UpdateStack",
                        "cloudformation:DeleteStack",
                        "cloudformation:DescribeStacks",
                        "cloudformation:DescribeStackEvents",
                        "cloudformation:ListStackResources"),
                List.of(ArnPattern.stack(companion.stackName())),
                need);
        grants.add(
                "CompanionRepositories",
                List.of(
                        "ecr:CreateRepository",
                        "ecr:DescribeRepositories",
                        "ecr:DeleteRepository",
                        "ecr:GetRepositoryPolicy",
                        "ecr:SetRepositoryPolicy",
                        "ecr:DeleteRepositoryPolicy",
                        "ecr:GetLifecyclePolicy",
                        "ecr:TagResource",
                        "ecr:UntagResource",
                        "ecr:ListTagsForResource"),
                List.of(repository(companion.repositories() + "*")),
                need);
    }

    private List<String> repositories() {
        List<String> arns = new ArrayList<>(scope.repositories());
        scope.companionStack().ifPresent(companion -> arns.add(repository(companion.repositories() + "*")));
        return arns;
    }

    private static String repository(String name) {
        return "arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/" + name;
    }

    /**
     * The stack itself.
     *
     * @param nested names of the stacks in it
     * @param transforms names of what works on the template, {@code Serverless-2016-10-31}
     */
    void stack(List<String> nested, List<String> transforms) {
        Need need = Need.of("deploying the stack");
        List<String> own = List.of(ArnPattern.stack(scope.stackName()));
        grants.add("Stack", CHANGE_SETS, own, need);
        grants.add("Stack", FOLLOWING, own, need);
        grants.add("Stack", List.of("cloudformation:GetTemplate"), own, need);
        List<String> children = nested.stream().map(ArnPattern::stack).toList();
        Need following = Need.of("following nested stacks");
        grants.add("NestedStacks", FOLLOWING, children, following);
        grants.add(
                "NestedStacks",
                List.of("cloudformation:DescribeChangeSet", "cloudformation:GetTemplate"),
                children,
                following);
        grants.add(
                "Transforms",
                List.of("cloudformation:CreateChangeSet"),
                transforms.stream().map(DeployerGrants::transform).toList(),
                need);
        grants.add(
                "StackTopics", List.of("sns:Publish"), scope.topics(), Need.of("telling topics of the stack's events"));
    }

    private static String transform(String name) {
        String[] parts = name.split("::", 2);
        return parts.length > 1 && parts[0].equals("AWS")
                ? "arn:${AWS::Partition}:cloudformation:${AWS::Region}:aws:transform/" + parts[1]
                : "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:transform/" + name;
    }

    /**
     * Following traffic shifts.
     *
     * @param groups ARNs of deployment groups
     * @param hookLogs ARNs of log groups of the functions that check
     */
    void shifts(List<String> groups, List<String> hookLogs) {
        if (groups.isEmpty()) {
            return;
        }
        Need need = Need.of("following traffic shifts");
        grants.add(
                "TrafficShifts",
                List.of(
                        "codedeploy:BatchGetDeployments",
                        "codedeploy:GetDeploymentGroup",
                        "codedeploy:ListDeployments"),
                groups,
                need);
        grants.add(
                "TrafficShiftConfigs",
                List.of("codedeploy:GetDeploymentConfig"),
                List.of("arn:${AWS::Partition}:codedeploy:${AWS::Region}:${AWS::AccountId}:deploymentconfig:*"),
                need);
        grants.add(
                List.of(
                        "codedeploy:BatchGetDeploymentTargets",
                        "codedeploy:ListDeploymentTargets",
                        "codedeploy:StopDeployment"),
                need);
        grants.add(
                "TrafficShiftAlarms",
                List.of("cloudwatch:DescribeAlarms"),
                List.of("arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*"),
                need);
        grants.add("TrafficShiftLogs", List.of("logs:FilterLogEvents"), hookLogs, need);
    }

    /** Making the bucket that is shared with SAM CLI. */
    void managedBucket() {
        Need need = Need.of("making the bucket shared with SAM CLI");
        List<String> stack = List.of(ArnPattern.stack(MANAGED_STACK));
        grants.add(
                "ManagedStack",
                List.of(
                        "cloudformation:CreateChangeSet",
                        "cloudformation:DeleteChangeSet",
                        "cloudformation:DeleteStack",
                        "cloudformation:DescribeChangeSet",
                        "cloudformation:DescribeStackEvents",
                        "cloudformation:ExecuteChangeSet",
                        "cloudformation:TagResource"),
                stack,
                need);
        grants.add(
                "ManagedBucket",
                List.of(
                        "s3:CreateBucket",
                        "s3:DeleteBucket",
                        "s3:GetBucketPolicy",
                        "s3:GetBucketTagging",
                        "s3:GetBucketVersioning",
                        "s3:GetBucketPublicAccessBlock",
                        "s3:GetEncryptionConfiguration",
                        "s3:PutBucketPolicy",
                        "s3:PutBucketPublicAccessBlock",
                        "s3:PutBucketTagging",
                        "s3:PutBucketVersioning",
                        "s3:PutEncryptionConfiguration"),
                List.of(s3(MANAGED_BUCKET)),
                need);
    }

    /** Looking the shared bucket up. */
    void managedBucketName() {
        if (scope.managedBucket()) {
            grants.add(
                    "ManagedStackName",
                    List.of("cloudformation:DescribeStacks"),
                    List.of(ArnPattern.stack(MANAGED_STACK)),
                    Need.of("finding the bucket shared with SAM CLI"));
        }
    }

    private static String s3(String bucket) {
        return "arn:${AWS::Partition}:s3:::" + bucket;
    }

    private static String kms(String key) {
        if (key.startsWith("arn:")) {
            return key;
        }
        return "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/"
                + (key.startsWith("alias/") ? "*" : key);
    }
}
