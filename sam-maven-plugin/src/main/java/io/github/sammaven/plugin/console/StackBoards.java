package io.github.sammaven.plugin.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Chooses how stacks are shown. */
public final class StackBoards {

    private static final Duration LIVE = Duration.ofMillis(200);
    private static final Duration PLAIN = Duration.ofSeconds(1);
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private StackBoards() {}

    /** A board for lines that are each complete in themselves. */
    static StackBoard plain(Log log) {
        return plain(log, false);
    }

    private static StackBoard plain(Log log, boolean colours) {
        return new PlainStackBoard(log, colours, Clock.systemUTC(), new Ticker(PLAIN));
    }

    /** A live one where a person looks at a terminal, a plain one elsewhere. */
    public static StackBoard of(Log log, MavenSession session) {
        String colour = session.getUserProperties().getProperty("style.color", "auto");
        boolean person = session.getRequest().isInteractiveMode()
                && !colour.equals("never")
                && isTerminal(System.getenv())
                && System.console() != null
                && isTerminal(OUTPUT);
        return person && !session.isParallel() && log.isInfoEnabled()
                ? new LiveStackBoard(log, Clock.systemUTC(), new Ticker(LIVE), System.out, new StandardStreams())
                : plain(log, person || colour.equals("always"));
    }

    static boolean isTerminal(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        return !environment.containsKey("NO_COLOR")
                && !environment.containsKey("CI")
                && !terminal.equals("dumb")
                && !terminal.isEmpty();
    }

    /** Newer JVMs have a console also where the output goes to a file; where that cannot be seen it counts as one. */
    static boolean isTerminal(Path output) {
        try {
            return !Files.isSymbolicLink(output)
                    || Files.readSymbolicLink(output).toString().matches("/dev/(pts/\\d+|tty.*|console)");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
