package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.DriftDetection;
import io.github.sammaven.core.aws.DriftOutcome;
import io.github.sammaven.core.aws.ResourceDrift;
import io.github.sammaven.core.aws.ResourceDrift.PropertyDrift;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;

/** CloudFormation's drift detection. The client is made when it is first needed. */
public final class CloudFormationDrift implements DriftDetection {

    private static final int PAGE = 100;

    private final AwsClients clients;
    private final CloudFormationFailures failures;

    public CloudFormationDrift(AwsClients clients) {
        this.clients = clients;
        this.failures = new CloudFormationFailures(clients.errors());
    }

    @Override
    public String start(String stack) {
        return failures.calling(
                "the stack " + stack + " cannot be compared with its template", () -> clients.cloudFormation()
                        .detectStackDrift(request -> request.stackName(stack))
                        .stackDriftDetectionId());
    }

    @Override
    public Optional<DriftOutcome> outcome(String detectionId) {
        DescribeStackDriftDetectionStatusResponse answer =
                failures.calling("how far the comparison is cannot be read", () -> clients.cloudFormation()
                        .describeStackDriftDetectionStatus(request -> request.stackDriftDetectionId(detectionId)));
        StackDriftDetectionStatus status = answer.detectionStatus();
        if (status == StackDriftDetectionStatus.DETECTION_IN_PROGRESS) {
            return Optional.empty();
        }
        return Optional.of(new DriftOutcome(
                status == StackDriftDetectionStatus.DETECTION_COMPLETE,
                StackRecords.orEmpty(answer.detectionStatusReason())));
    }

    @Override
    public List<ResourceDrift> drifts(String stack) {
        return failures.calling("the differences of the stack " + stack + " cannot be read", () -> clients
                .cloudFormation()
                .describeStackResourceDriftsPaginator(request -> request.stackName(stack)
                        .stackResourceDriftStatusFilters(
                                StackResourceDriftStatus.MODIFIED, StackResourceDriftStatus.DELETED)
                        .maxResults(PAGE))
                .stream()
                .flatMap(page -> page.stackResourceDrifts().stream())
                .map(CloudFormationDrift::drift)
                .toList());
    }

    private static ResourceDrift drift(StackResourceDrift found) {
        return new ResourceDrift(
                found.logicalResourceId(),
                StackRecords.orEmpty(found.physicalResourceId()),
                StackRecords.orEmpty(found.resourceType()),
                found.stackResourceDriftStatusAsString(),
                found.propertyDifferences().stream()
                        .map(difference -> new PropertyDrift(
                                difference.propertyPath(),
                                difference.differenceTypeAsString(),
                                StackRecords.orEmpty(difference.expectedValue()),
                                StackRecords.orEmpty(difference.actualValue())))
                        .toList());
    }
}
