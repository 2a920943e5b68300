package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The function alias that a deployment moves.
 *
 * @param function name of the function; empty if unknown
 * @param alias name of the alias; empty if unknown
 * @param currentVersion the version traffic comes from; empty if unknown
 * @param targetVersion the version traffic goes to; empty if unknown
 * @param weight share of the target version, as the service gives it
 * @param stages in the order of the service
 */
public record ShiftTarget(
        String function,
        String alias,
        String currentVersion,
        String targetVersion,
        OptionalDouble weight,
        List<ShiftStage> stages) {

    public ShiftTarget {
        stages = List.copyOf(stages);
    }

    public Optional<ShiftStage> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }
}
