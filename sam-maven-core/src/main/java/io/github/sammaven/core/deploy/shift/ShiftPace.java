package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.TrafficRouting;
import io.github.sammaven.core.aws.TrafficRouting.Kind;
import io.github.sammaven.core.deploy.follow.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast traffic moves. The first part moves at once, each further one after an interval.
 *
 * @param routing the parts
 */
public record ShiftPace(TrafficRouting routing) {

    private static final int ALL = 100;
    private static final String PREFIX = "CodeDeployDefault.Lambda";

    /** Those that CodeDeploy brings; any other name is somebody's own configuration. */
    private static final Set<String> PREDEFINED = Set.of(
            "Canary10Percent5Minutes",
            "Canary10Percent10Minutes",
            "Canary10Percent15Minutes",
            "Canary10Percent30Minutes",
            "Linear10PercentEvery1Minute",
            "Linear10PercentEvery2Minutes",
            "Linear10PercentEvery3Minutes",
            "Linear10PercentEvery10Minutes",
            "AllAtOnce");

    private static final Pattern PARTS = Pattern.compile("(Canary|Linear)(\\d+)Percent(?:Every)?(\\d+)Minutes?");

    /** As SAM abbreviates the name of a configuration that CodeDeploy brings; other names stay as they are. */
    static String shortName(String configName) {
        return configName.startsWith(PREFIX) && PREDEFINED.contains(configName.substring(PREFIX.length()))
                ? configName.substring(PREFIX.length())
                : configName;
    }

    /** The pace a configuration of CodeDeploy has, by its full or short name; empty if it is somebody's own. */
    public static Optional<ShiftPace> of(String configName) {
        String name = shortName(configName);
        Matcher parts = PARTS.matcher(name);
        if (!PREDEFINED.contains(name)) {
            return Optional.empty();
        }
        if (!parts.matches()) {
            return Optional.of(new ShiftPace(new TrafficRouting(Kind.ALL_AT_ONCE, ALL, 0)));
        }
        return Optional.of(new ShiftPace(new TrafficRouting(
                parts.group(1).equals("Canary") ? Kind.CANARY : Kind.LINEAR,
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)))));
    }

    /** How many parts there are. */
    public int steps() {
        if (routing.kind() == Kind.ALL_AT_ONCE || routing.percent() >= ALL) {
            return 1;
        }
        return routing.kind() == Kind.CANARY
                ? 2
                : (ALL + Math.max(1, routing.percent()) - 1) / Math.max(1, routing.percent());
    }

    /** From the first part to the last, without hooks. */
    public Duration duration() {
        return Duration.ofMinutes((long) (steps() - 1) * routing.minutes());
    }

    /** Share of the new version so long after the first part moved. */
    int percentAfter(Duration elapsed) {
        if (elapsed.compareTo(duration()) >= 0) {
            return ALL;
        }
        if (routing.kind() == Kind.CANARY) {
            return routing.percent();
        }
        long parts =
                1 + elapsed.toMillis() / Duration.ofMinutes(routing.minutes()).toMillis();
        return (int) Math.min(ALL, parts * routing.percent());
    }

    /** {@code about 5 min}, {@code 10 steps, about 9 min} or {@code at once}. */
    String words() {
        if (steps() == 1) {
            return "at once";
        }
        String time = "about " + DurationText.of(duration());
        return routing.kind() == Kind.LINEAR ? steps() + " steps, " + time : time;
    }
}
