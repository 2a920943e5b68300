package io.github.sammaven.core.local.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that made something, told apart from a later one with the same number.
 *
 * @param host the machine and, on Linux, the process namespace the number counts in; eight hexadecimal digits
 * @param pid its number there
 * @param start when it was started, in a form that only compares
 */
public record OwningProcess(String host, long pid, String start) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})-(\\w+)");
    private static final int START_TICKS = 19;

    /** This process. */
    public static OwningProcess current() {
        long pid = ProcessHandle.current().pid();
        return new OwningProcess(thisHost(), pid, startOf(pid).orElse("unknown"));
    }

    /** Reads {@link #text()}. */
    public static Optional<OwningProcess> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new OwningProcess(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }

    /** {@code host-pid-start}: letters, digits and hyphens. */
    public String text() {
        return host + "-" + pid + "-" + start;
    }

    /** Whether it certainly runs no more; false for processes of other machines, of which nothing is known. */
    public boolean isGone() {
        return host.equals(thisHost()) && startOf(pid).filter(start::equals).isEmpty();
    }

    /** The clock may be set while a process runs; the ticks since boot that Linux notes do not change. */
    private static Optional<String> startOf(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.readString(stat);
            // The second field is the program's name in parentheses, which may hold blanks itself.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Optional.of("t" + fields[START_TICKS]);
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> process.info().startInstant())
                    .map(Instant::toEpochMilli)
                    .map(millis -> "m" + millis);
        }
    }

    private static String thisHost() {
        String name;
        try {
            name = Files.readString(Path.of("/proc/sys/kernel/hostname"))
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            name = nameInNetwork();
        }
        return String.format("%08x", name.hashCode());
    }

    private static String nameInNetwork() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return System.getProperty("user.name");
        }
    }
}
