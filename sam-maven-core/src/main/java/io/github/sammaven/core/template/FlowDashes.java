package io.github.sammaven.core.template;

import java.util.regex.Pattern;

/**
 * Lets a lone dash stand for itself in a flow list, {@code [-, a]}. The readers of SAM and CloudFormation take it so, the YAML
 * parser does not; it is shown another character of the same width, which is turned back in every text and key.
 */
final class FlowDashes {

    /** From the private use area, so that no text of a person has it; where one does, nothing is hidden. */
    private static final char STAND_IN = '\uE0FD';

    private static final Pattern LONE_DASH = Pattern.compile("(?<=[\\[{,:\\s])-(?=[,\\]}])");

    private final boolean active;

    FlowDashes(String text) {
        active = text.indexOf(STAND_IN) < 0 && LONE_DASH.matcher(text).find();
    }

    String hide(String text) {
        return active ? LONE_DASH.matcher(text).replaceAll(String.valueOf(STAND_IN)) : text;
    }

    String show(String text) {
        return active ? text.replace(STAND_IN, '-') : text;
    }
}
