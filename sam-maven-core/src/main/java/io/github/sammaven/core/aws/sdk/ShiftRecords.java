package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ShiftStage;
import io.github.sammaven.core.aws.ShiftTarget;
import io.github.sammaven.core.aws.TrafficRouting;
import io.github.sammaven.core.aws.TrafficShift;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentCreator;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.Diagnostics;
import software.amazon.awssdk.services.codedeploy.model.ErrorInformation;
import software.amazon.awssdk.services.codedeploy.model.LambdaFunctionInfo;
import software.amazon.awssdk.services.codedeploy.model.LambdaTarget;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEvent;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEventStatus;
import software.amazon.awssdk.services.codedeploy.model.RollbackInfo;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingConfig;
import software.amazon.awssdk.services.codedeploy.model.TrafficRoutingType;

/** CodeDeploy's answers as records; emulators leave out what is never absent at AWS. */
final class ShiftRecords {

    private static final int ALL = 100;

    private ShiftRecords() {}

    static TrafficShift shift(DeploymentInfo info) {
        Optional<ErrorInformation> error = Optional.ofNullable(info.errorInformation());
        Optional<RollbackInfo> rollback = Optional.ofNullable(info.rollbackInfo());
        return new TrafficShift(
                info.deploymentId(),
                StackRecords.orEmpty(info.deploymentGroupName()),
                status(info.status()),
                StackRecords.orEmpty(info.deploymentConfigName()),
                Optional.ofNullable(info.createTime()),
                info.creator() == DeploymentCreator.CODE_DEPLOY_ROLLBACK
                        || rollback.map(RollbackInfo::rollbackTriggeringDeploymentId)
                                .isPresent(),
                error.map(ErrorInformation::codeAsString).orElse(""),
                error.map(ErrorInformation::message).orElse(""),
                rollback.map(RollbackInfo::rollbackDeploymentId));
    }

    private static TrafficShift.Status status(@Nullable DeploymentStatus status) {
        if (status == DeploymentStatus.SUCCEEDED) {
            return TrafficShift.Status.SUCCEEDED;
        }
        if (status == DeploymentStatus.FAILED) {
            return TrafficShift.Status.FAILED;
        }
        if (status == DeploymentStatus.STOPPED) {
            return TrafficShift.Status.STOPPED;
        }
        return status == DeploymentStatus.CREATED || status == DeploymentStatus.QUEUED
                ? TrafficShift.Status.WAITING
                : TrafficShift.Status.RUNNING;
    }

    static ShiftTarget target(LambdaTarget target) {
        Optional<LambdaFunctionInfo> function = Optional.ofNullable(target.lambdaFunctionInfo());
        return new ShiftTarget(
                function.map(LambdaFunctionInfo::functionName).orElse(""),
                function.map(LambdaFunctionInfo::functionAlias).orElse(""),
                function.map(LambdaFunctionInfo::currentVersion).orElse(""),
                function.map(LambdaFunctionInfo::targetVersion).orElse(""),
                function.map(LambdaFunctionInfo::targetVersionWeight)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()),
                target.lifecycleEvents().stream().map(ShiftRecords::stage).toList());
    }

    private static ShiftStage stage(LifecycleEvent event) {
        Optional<Diagnostics> diagnostics = Optional.ofNullable(event.diagnostics());
        return new ShiftStage(
                StackRecords.orEmpty(event.lifecycleEventName()),
                status(event.status()),
                Optional.ofNullable(event.startTime()),
                Optional.ofNullable(event.endTime()),
                diagnostics.map(Diagnostics::errorCodeAsString).orElse(""),
                diagnostics.map(Diagnostics::message).orElse(""),
                diagnostics.map(Diagnostics::logTail).orElse(""));
    }

    private static ShiftStage.Status status(@Nullable LifecycleEventStatus status) {
        if (status == LifecycleEventStatus.IN_PROGRESS) {
            return ShiftStage.Status.RUNNING;
        }
        if (status == LifecycleEventStatus.SUCCEEDED) {
            return ShiftStage.Status.SUCCEEDED;
        }
        if (status == LifecycleEventStatus.FAILED) {
            return ShiftStage.Status.FAILED;
        }
        return status == LifecycleEventStatus.SKIPPED ? ShiftStage.Status.SKIPPED : ShiftStage.Status.PENDING;
    }

    static Optional<TrafficRouting> routing(TrafficRoutingConfig config) {
        if (config.type() == TrafficRoutingType.TIME_BASED_CANARY) {
            return Optional.ofNullable(config.timeBasedCanary())
                    .map(canary -> new TrafficRouting(
                            TrafficRouting.Kind.CANARY, canary.canaryPercentage(), canary.canaryInterval()));
        }
        if (config.type() == TrafficRoutingType.TIME_BASED_LINEAR) {
            return Optional.ofNullable(config.timeBasedLinear())
                    .map(linear -> new TrafficRouting(
                            TrafficRouting.Kind.LINEAR, linear.linearPercentage(), linear.linearInterval()));
        }
        return config.type() == TrafficRoutingType.ALL_AT_ONCE
                ? Optional.of(new TrafficRouting(TrafficRouting.Kind.ALL_AT_ONCE, ALL, 0))
                : Optional.empty();
    }
}
