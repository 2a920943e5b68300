package io.github.sammaven.core.transform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManagedPoliciesTest {

    private final ManagedPolicies policies = ManagedPolicies.load();

    @Test
    void arnHoldsPathAndPartition() {
        assertThat(policies.arn("aws", "AmazonS3FullAccess")).contains("arn:aws:iam::aws:policy/AmazonS3FullAccess");
        assertThat(policies.arn("aws", "AWSLambdaBasicExecutionRole"))
                .contains("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
        assertThat(policies.arn("aws", "Billing")).contains("arn:aws:iam::aws:policy/job-function/Billing");
    }

    @Test
    void arnFollowsThePartitionWhenItChanges() {
        assertThat(policies.arn("aws-cn", "AmazonS3FullAccess"))
                .contains("arn:aws-cn:iam::aws:policy/AmazonS3FullAccess");
        assertThat(policies.arn("aws-us-gov", "AmazonS3FullAccess"))
                .contains("arn:aws-us-gov:iam::aws:policy/AmazonS3FullAccess");
        assertThat(policies.arn("aws", "AmazonS3FullAccess")).contains("arn:aws:iam::aws:policy/AmazonS3FullAccess");
    }

    @Test
    void emptyWhenThePartitionLacksThePolicy() {
        assertThat(policies.arn("aws", "AmazonSumerianFullAccess")).isPresent();
        assertThat(policies.arn("aws-cn", "AmazonSumerianFullAccess")).isEmpty();
    }

    @Test
    void emptyWhenNameOrPartitionIsUnknown() {
        assertThat(policies.arn("aws", "amazons3fullaccess")).isEmpty();
        assertThat(policies.arn("aws", "")).isEmpty();
        assertThat(policies.arn("aws-moon", "AmazonS3FullAccess")).isEmpty();
    }
}
