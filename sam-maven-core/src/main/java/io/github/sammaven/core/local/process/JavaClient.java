package io.github.sammaven.core.local.process;

import java.util.Locale;

/** Which program runs Java handlers. */
public enum JavaClient {
    /** AWS's own where it works, else the loop. */
    AUTO,
    /** AWS's Java runtime interface client; Linux only. */
    RIC,
    /** The loop in plain Java; everywhere. */
    LOOP;

    boolean usesInterfaceClient() {
        return switch (this) {
            case AUTO -> System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
            case RIC -> true;
            case LOOP -> false;
        };
    }
}
