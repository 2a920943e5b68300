package io.github.sammaven.core.permission;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a deployment besides the template.
 *
 * @param stackName name of the stack
 * @param bucket receives artifacts; empty if that is not known
 * @param prefix before each key; empty for none
 * @param managedBucket whether artifacts go to the bucket shared with SAM CLI
 * @param kmsKey encrypts artifacts
 * @param repositories ARNs or addresses of repositories that receive images
 * @param companionStack stack that holds repositories made for functions, with the start of their names
 * @param signingProfiles names, or {@code name:account}
 * @param roleArn role CloudFormation works with
 * @param topics SNS topics that receive the stack's events
 */
public record DeploymentScope(
        String stackName,
        Optional<String> bucket,
        String prefix,
        boolean managedBucket,
        Optional<String> kmsKey,
        List<String> repositories,
        Optional<Companion> companionStack,
        List<String> signingProfiles,
        Optional<String> roleArn,
        List<String> topics) {

    /**
     * The stack of repositories that were made for functions.
     *
     * @param stackName its name
     * @param repositories start of the names of its repositories, with a slash at the end
     */
    public record Companion(String stackName, String repositories) {}

    public DeploymentScope {
        repositories = List.copyOf(repositories);
        signingProfiles = List.copyOf(signingProfiles);
        topics = List.copyOf(topics);
    }

    /** Artifacts go to a bucket of that name; nothing else is known. */
    public static DeploymentScope of(String stackName, String bucket) {
        return new DeploymentScope(
                stackName,
                Optional.of(bucket),
                "",
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The same with a role that CloudFormation works with. */
    public DeploymentScope withRole(String arn) {
        return new DeploymentScope(
                stackName,
                bucket,
                prefix,
                managedBucket,
                kmsKey,
                repositories,
                companionStack,
                signingProfiles,
                Optional.of(arn),
                topics);
    }

    /** The same with a role that CloudFormation works with, if there is one. */
    public DeploymentScope withRole(Optional<String> arn) {
        return new DeploymentScope(
                stackName,
                bucket,
                prefix,
                managedBucket,
                kmsKey,
                repositories,
                companionStack,
                signingProfiles,
                arn,
                topics);
    }

    /** The same with a key that encrypts artifacts. */
    public DeploymentScope withKmsKey(Optional<String> key) {
        return new DeploymentScope(
                stackName,
                bucket,
                prefix,
                managedBucket,
                key,
                repositories,
                companionStack,
                signingProfiles,
                roleArn,
                topics);
    }

    /** The same with what receives images. */
    public DeploymentScope withImages(List<String> arns, Optional<Companion> made) {
        return new DeploymentScope(
                stackName, bucket, prefix, managedBucket, kmsKey, arns, made, signingProfiles, roleArn, topics);
    }

    /** The same with profiles that sign. */
    public DeploymentScope withSigning(List<String> profiles) {
        return new DeploymentScope(
                stackName,
                bucket,
                prefix,
                managedBucket,
                kmsKey,
                repositories,
                companionStack,
                profiles,
                roleArn,
                topics);
    }

    /** The same with topics that receive the stack's events. */
    public DeploymentScope withTopics(List<String> arns) {
        return new DeploymentScope(
                stackName,
                bucket,
                prefix,
                managedBucket,
                kmsKey,
                repositories,
                companionStack,
                signingProfiles,
                roleArn,
                arns);
    }
}
