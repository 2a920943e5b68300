package io.github.sammaven.core.operate.drift;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param stacks how many stacks were compared
 * @param drifted in the order of the service, those of nested stacks behind
 * @param incomplete why something could not be compared, a line each
 */
public record DriftReport(int stacks, List<DriftedResource> drifted, List<String> incomplete) {

    public DriftReport {
        drifted = List.copyOf(drifted);
        incomplete = List.copyOf(incomplete);
    }
}
