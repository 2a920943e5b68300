package io.github.sammaven.core.build.image;

import io.github.sammaven.core.container.BuildRequest.Switch;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of the docker command in {@code DockerBuildExtraParams} that mean something to every engine. */
final class ExtraParameters {

    private static final Set<String> FLAGS =
            Set.of("--no-cache", "--pull", "--rm", "--force-rm", "--quiet", "-q", "--load");
    private static final Set<String> WITHOUT_EFFECT = Set.of("--progress", "--provenance", "--sbom", "--attest");
    private static final Set<String> WITH_VALUE = Set.of(
            "--platform",
            "--label",
            "--add-host",
            "--network",
            "--build-arg",
            "--target",
            "--cache-from",
            "--shm-size",
            "--memory");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "--file", "name it in Metadata: Dockerfile",
            "-f", "name it in Metadata: Dockerfile",
            "--tag", "name it in Metadata: DockerImage and DockerTag",
            "-t", "name it in Metadata: DockerImage and DockerTag");
    private static final Set<String> BUILDKIT = Set.of(
            "--secret", "--ssh", "--build-context", "--output", "-o", "--cache-to", "--builder", "--allow", "--push");
    private static final Pattern SIZE = Pattern.compile("(\\d+)([bkmg]?)b?", Pattern.CASE_INSENSITIVE);

    private final String functionId;
    private final SourceMark mark;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Switch> switches = EnumSet.noneOf(Switch.class);
    private final SortedMap<String, String> labels = new TreeMap<>();
    private final SortedMap<String, String> arguments = new TreeMap<>();
    private final SortedSet<String> hosts = new TreeSet<>();
    private final SortedSet<String> cacheFrom = new TreeSet<>();
    private @Nullable String platform;
    private @Nullable String network;
    private @Nullable String target;
    private OptionalLong shmBytes = OptionalLong.empty();
    private OptionalLong memoryBytes = OptionalLong.empty();

    private ExtraParameters(String functionId, SourceMark mark) {
        this.functionId = functionId;
        this.mark = mark;
    }

    /**
     * Reads them. What cannot be done is among the problems.
     *
     * @param mark of the property
     */
    static ExtraParameters read(List<String> written, String functionId, SourceMark mark) {
        ExtraParameters read = new ExtraParameters(functionId, mark);
        Deque<String> words = new ArrayDeque<>();
        written.stream().flatMap(ExtraParameters::words).forEach(words::add);
        while (!words.isEmpty()) {
            read.take(words);
        }
        return read;
    }

    /** An option and its value may be one item of the list, with a space or an equals sign between them. */
    private static Stream<String> words(String item) {
        return item.startsWith("-") ? Stream.of(item.strip().split("[\\s=]+", 2)) : Stream.of(item);
    }

    private void take(Deque<String> words) {
        String option = words.remove();
        boolean value = !words.isEmpty() && !words.peek().startsWith("-");
        if (FLAGS.contains(option)) {
            boolean on = !value || !words.remove().equals("false");
            flag(option, on);
        } else if (WITHOUT_EFFECT.contains(option)) {
            if (value) {
                words.remove();
            }
        } else if (WITH_VALUE.contains(option) || option.equals("-m")) {
            if (value) {
                set(option, words.remove());
            } else {
                refuse(option + " has no value", "");
            }
        } else {
            if (value) {
                words.remove();
            }
            unknown(option);
        }
    }

    private void flag(String option, boolean on) {
        if (on && option.equals("--no-cache")) {
            switches.add(Switch.NO_CACHE);
        } else if (on && option.equals("--pull")) {
            switches.add(Switch.PULL);
        }
    }

    private void set(String option, String value) {
        switch (option) {
            case "--platform" -> platform = value;
            case "--network" -> network = value;
            case "--target" -> target = value;
            case "--add-host" -> hosts.add(value.replaceFirst("^([^:=]+)=", "$1:"));
            case "--cache-from" -> cacheFrom.add(value);
            case "--label" -> pair(labels, value);
            case "--build-arg" -> pair(arguments, value);
            case "--shm-size" -> shmBytes = size(option, value);
            default -> memoryBytes = size(option, value);
        }
    }

    private static void pair(Map<String, String> pairs, String written) {
        String[] pair = written.split("=", 2);
        pairs.put(pair[0], pair.length > 1 ? pair[1] : "");
    }

    private OptionalLong size(String option, String value) {
        Matcher size = SIZE.matcher(value);
        if (!size.matches()) {
            refuse(option + " " + value + " is no size", "write bytes, or a number with k, m or g behind it");
            return OptionalLong.empty();
        }
        int power = "bkmg".indexOf(size.group(2).toLowerCase(Locale.ROOT));
        return OptionalLong.of(
                Long.parseLong(size.group(1)) << 10 * (size.group(2).isEmpty() ? 0 : power));
    }

    private void unknown(String option) {
        if (ELSEWHERE.containsKey(option)) {
            refuse(option + " is not taken here", ELSEWHERE.get(option));
        } else if (BUILDKIT.contains(option)) {
            refuse(
                    option + " needs BuildKit, which the API of container engines does not offer",
                    "leave it out, or build the image yourself and give its name in ImageUri");
        } else {
            List<String> all = Stream.of(FLAGS, WITHOUT_EFFECT, WITH_VALUE)
                    .flatMap(Set::stream)
                    .toList();
            refuse(option + " is not known", NearestName.suggestion(option, all));
        }
    }

    private void refuse(String message, String wayOut) {
        problems.add(Problem.error(mark, functionId + ": DockerBuildExtraParams: " + message, wayOut));
    }

    List<Problem> problems() {
        return problems;
    }

    Set<Switch> switches() {
        return switches;
    }

    SortedMap<String, String> labels() {
        return labels;
    }

    SortedMap<String, String> arguments() {
        return arguments;
    }

    SortedSet<String> hosts() {
        return hosts;
    }

    SortedSet<String> cacheFrom() {
        return cacheFrom;
    }

    Optional<String> platform() {
        return Optional.ofNullable(platform);
    }

    Optional<String> network() {
        return Optional.ofNullable(network);
    }

    Optional<String> target() {
        return Optional.ofNullable(target);
    }

    OptionalLong shmBytes() {
        return shmBytes;
    }

    OptionalLong memoryBytes() {
        return memoryBytes;
    }
}
