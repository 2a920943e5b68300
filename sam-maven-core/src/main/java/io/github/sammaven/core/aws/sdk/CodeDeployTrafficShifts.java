package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ShiftGroup;
import io.github.sammaven.core.aws.ShiftGroupSettings;
import io.github.sammaven.core.aws.ShiftTarget;
import io.github.sammaven.core.aws.TrafficRouting;
import io.github.sammaven.core.aws.TrafficShift;
import io.github.sammaven.core.aws.TrafficShifts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.Alarm;
import software.amazon.awssdk.services.codedeploy.model.AlarmConfiguration;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentAlreadyCompletedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.DeploymentTarget;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentsRequest;

/** CodeDeploy. The client is made when it is first needed; whoever made {@link AwsClients} closes it. */
public final class CodeDeployTrafficShifts implements TrafficShifts {

    /** What BatchGetDeployments takes at once. */
    private static final int DEPLOYMENTS_PER_CALL = 25;

    private final AwsClients clients;
    private final ServiceFailures failures;

    /** They do not change once they are there. */
    private final Map<String, String> targetIds = new HashMap<>();

    private @Nullable CodeDeployClient client;

    public CodeDeployTrafficShifts(AwsClients clients) {
        this.clients = clients;
        this.failures = new ServiceFailures(clients.errors(), "codedeploy");
    }

    @Override
    public List<String> begun(ShiftGroup group, Optional<Instant> since) {
        return list(group, request -> since.ifPresent(time -> request.createTimeRange(range -> range.start(time))));
    }

    @Override
    public List<String> running(ShiftGroup group) {
        return list(
                group,
                request -> request.includeOnlyStatuses(
                        DeploymentStatus.CREATED,
                        DeploymentStatus.QUEUED,
                        DeploymentStatus.IN_PROGRESS,
                        DeploymentStatus.READY));
    }

    private List<String> list(ShiftGroup group, Consumer<ListDeploymentsRequest.Builder> filter) {
        return failures.calling("ListDeployments", "the deployments of " + group.name() + " cannot be read", () -> {
            try {
                return client()
                        .listDeploymentsPaginator(request -> filter.accept(
                                request.applicationName(group.application()).deploymentGroupName(group.name())))
                        .deployments()
                        .stream()
                        .toList();
            } catch (DeploymentGroupDoesNotExistException | ApplicationDoesNotExistException absent) {
                return List.of();
            }
        });
    }

    @Override
    public List<TrafficShift> describe(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<TrafficShift> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += DEPLOYMENTS_PER_CALL) {
            List<String> some = all.subList(from, Math.min(all.size(), from + DEPLOYMENTS_PER_CALL));
            failures.calling(
                            "BatchGetDeployments",
                            "the deployments " + some + " cannot be read",
                            () -> client().batchGetDeployments(request -> request.deploymentIds(some)))
                    .deploymentsInfo()
                    .forEach(info -> found.add(ShiftRecords.shift(info)));
        }
        return found;
    }

    @Override
    public Optional<ShiftTarget> target(String id) {
        Optional<String> targetId = Optional.ofNullable(targetIds.get(id)).or(() -> targetId(id));
        return targetId.flatMap(target -> failures
                .calling(
                        "BatchGetDeploymentTargets",
                        "the target of " + id + " cannot be read",
                        () -> client().batchGetDeploymentTargets(
                                        request -> request.deploymentId(id).targetIds(target)))
                .deploymentTargets()
                .stream()
                .map(DeploymentTarget::lambdaTarget)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ShiftRecords::target));
    }

    private Optional<String> targetId(String id) {
        return failures.calling("ListDeploymentTargets", "the targets of " + id + " cannot be read", () -> {
            try {
                Optional<String> found =
                        client().listDeploymentTargets(request -> request.deploymentId(id)).targetIds().stream()
                                .findFirst();
                found.ifPresent(target -> targetIds.put(id, target));
                return found;
            } catch (DeploymentNotStartedException early) {
                return Optional.empty();
            }
        });
    }

    @Override
    public ShiftGroupSettings settings(ShiftGroup group) {
        AlarmConfiguration alarms = failures.calling(
                        "GetDeploymentGroup",
                        "the deployment group " + group.name() + " cannot be read",
                        () -> client().getDeploymentGroup(request ->
                                request.applicationName(group.application()).deploymentGroupName(group.name())))
                .deploymentGroupInfo()
                .alarmConfiguration();
        return alarms == null || !Boolean.TRUE.equals(alarms.enabled())
                ? new ShiftGroupSettings(List.of())
                : new ShiftGroupSettings(
                        alarms.alarms().stream().map(Alarm::name).toList());
    }

    @Override
    public Optional<TrafficRouting> routing(String configName) {
        return Optional.ofNullable(failures.calling(
                                "GetDeploymentConfig",
                                "the deployment configuration " + configName + " cannot be read",
                                () -> client().getDeploymentConfig(request -> request.deploymentConfigName(configName)))
                        .deploymentConfigInfo()
                        .trafficRoutingConfig())
                .flatMap(ShiftRecords::routing);
    }

    @Override
    public void stop(String id) {
        failures.calling("StopDeployment", "the deployment " + id + " cannot be stopped", () -> {
            try {
                return Optional.of(client().stopDeployment(
                                request -> request.deploymentId(id).autoRollbackEnabled(true)));
            } catch (DeploymentAlreadyCompletedException over) {
                return Optional.empty();
            }
        });
    }

    private synchronized CodeDeployClient client() {
        if (client == null) {
            client = clients.codeDeploy();
        }
        return client;
    }
}
