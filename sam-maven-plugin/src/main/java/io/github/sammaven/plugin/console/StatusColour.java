package io.github.sammaven.plugin.console;

/** Colours of a terminal for states of resources and stacks. */
final class StatusColour {

    static final String NONE = "\u001b[0m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";

    private StatusColour() {}

    /** Red for all that fails or is undone, green for what is done, yellow for what goes on. */
    static String of(String status) {
        if (status.endsWith("FAILED") || status.contains("ROLLBACK")) {
            return RED;
        }
        return status.endsWith("_COMPLETE") ? GREEN : YELLOW;
    }
}
