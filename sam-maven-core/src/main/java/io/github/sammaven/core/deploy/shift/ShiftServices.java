package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.Alarms;
import io.github.sammaven.core.aws.HookLogs;
import io.github.sammaven.core.aws.StackInventory;
import io.github.sammaven.core.aws.TrafficShifts;

/**
 * What is asked about traffic shifts. None of it is called before a shift begins.
 *
 * @param shifts CodeDeploy
 * @param alarms those that stop a shift
 * @param logs of the hooks
 * @param inventory physical names that the events do not tell
 */
public record ShiftServices(TrafficShifts shifts, Alarms alarms, HookLogs logs, StackInventory inventory) {}
