package io.github.sammaven.core.aws;

import java.util.List;

/**
 * What a deployment group does.
 *
 * @param alarms names of the alarms that stop a deployment; empty if they are switched off
 */
public record ShiftGroupSettings(List<String> alarms) {

    public ShiftGroupSettings {
        alarms = List.copyOf(alarms);
    }
}
