package io.github.sammaven.core.aws;

import java.util.Collection;
import java.util.List;

/** CloudWatch alarms, of metrics and composite ones. Throws as {@link TrafficShifts} does. */
@FunctionalInterface
public interface Alarms {

    /** The alarms of these names, in no order; those that do not exist are left out. */
    List<AlarmState> states(Collection<String> names);
}
