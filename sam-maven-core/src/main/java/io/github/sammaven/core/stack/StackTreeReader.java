package io.github.sammaven.core.stack;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads nested templates level by level; each file is parsed once, however many stacks are made of it. */
final class StackTreeReader {

    /** CloudFormation quota: resources in one operation on nested stacks. */
    private static final int MAX_STACKS = 2500;

    /** What CloudFormation takes; ids become names of folders. */
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]+");

    private static final Pattern SAM_ID = Pattern.compile("[A-Za-z0-9_-]+");

    private final Map<String, Stack> stacks = new LinkedHashMap<>();
    private final List<RemoteStack> remote = new ArrayList<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Path, Optional<Template>> parsed = new HashMap<>();
    private final Deque<Level> open = new ArrayDeque<>();

    private final Function<Stack, Template> change;

    /** @param change makes of each stack the template that nested ones are looked for in */
    StackTreeReader(Function<Stack, Template> change) {
        this.change = change;
    }

    /** A stack whose nested ones are to be read, and the real files it and the stacks around it are in. */
    private record Level(Stack stack, Set<Path> within) {}

    StackTree read(Stack written) {
        Stack root = written.with(change.apply(written));
        files.add(root.template().path());
        stacks.put(root.path(), root);
        open.add(new Level(root, Set.of(real(root.template().path()))));
        while (!open.isEmpty()) {
            Level level = open.remove();
            level.stack().template().section("Resources").forEach((logicalId, node) -> node.asMapping()
                    .ifPresent(resource -> TemplateLocation.of(level.stack(), resource)
                            .ifPresent(location -> nested(level, logicalId, resource, location))));
        }
        return new StackTree(stacks, remote, files, problems);
    }

    private void nested(Level level, String logicalId, MappingNode resource, TemplateLocation location) {
        String id = level.stack().idOf(logicalId);
        if (!location.local()) {
            remote.add(new RemoteStack(id, location.written(), location.mark()));
            return;
        }
        boolean wanted = level.stack().wanted()
                && resource.text("Condition")
                        .flatMap(level.stack().resolver()::condition)
                        .orElse(true);
        if (!LOGICAL_ID.matcher(logicalId).matches()) {
            report(wanted, location, id, "is no logical id", "use letters and digits only");
            return;
        }
        if (stacks.size() >= MAX_STACKS) {
            report(wanted, location, id, "is left out: there are more than " + MAX_STACKS + " nested stacks", "");
            return;
        }
        Optional<Path> file = file(level.stack(), id, location, wanted);
        if (file.isEmpty()) {
            return;
        }
        Path real = real(file.get());
        if (level.within().contains(real)) {
            report(wanted, location, id, "is nested in itself, by " + location.written(), "");
            return;
        }
        Optional<Template> template = parsed.computeIfAbsent(real, path -> parse(path, shown(level.stack(), location)));
        template.ifPresent(found -> {
            Stack written = new Stack(
                    id,
                    level.stack().samIdOf(samId(resource).orElse(logicalId)),
                    found,
                    new TemplateResolver(found, GivenParameters.of(level.stack(), resource)),
                    wanted);
            Stack stack = written.with(change.apply(written));
            stacks.put(id, stack);
            Set<Path> within = new LinkedHashSet<>(level.within());
            within.add(real);
            open.add(new Level(stack, within));
        });
    }

    private static Optional<String> samId(MappingNode resource) {
        return resource.mapping("Metadata")
                .flatMap(metadata -> metadata.text("SamResourceId"))
                .filter(text -> SAM_ID.matcher(text).matches());
    }

    private Optional<Path> file(Stack parent, String id, TemplateLocation location, boolean wanted) {
        Path path;
        try {
            path = parent.template().folder().resolve(location.written()).normalize();
        } catch (InvalidPathException noPath) {
            report(wanted, location, id, "has no path in " + location.property() + ": " + noPath.getReason(), "");
            return Optional.empty();
        }
        files.add(path);
        if (!Files.isRegularFile(path)) {
            report(
                    wanted,
                    location,
                    id,
                    "has no template: " + location.property() + " refers to a file that does not exist: "
                            + location.written(),
                    "paths count from the folder of the template; this one is " + path);
            return Optional.empty();
        }
        return Optional.of(path);
    }

    private Optional<Template> parse(Path path, String shownAs) {
        try {
            return Optional.of(new TemplateReader().read(path, shownAs));
        } catch (SamException broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }

    /** As messages name the file: beside the name of the template around it. */
    private static String shown(Stack parent, TemplateLocation location) {
        return Path.of(parent.template().root().mark().file())
                .resolveSibling(location.written())
                .normalize()
                .toString();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }

    /** What is not wanted with the present values is no reason to stop. */
    private void report(boolean wanted, TemplateLocation location, String id, String what, String wayOut) {
        String message = "the nested stack " + id + " " + what;
        problems.add(
                wanted
                        ? Problem.error(location.mark(), message, wayOut)
                        : Problem.warning(location.mark(), message, wayOut));
    }
}
