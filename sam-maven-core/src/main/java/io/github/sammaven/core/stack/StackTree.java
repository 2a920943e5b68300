package io.github.sammaven.core.stack;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A stack and the stacks nested in it, as far as their templates are on this machine. Never fails: what could not be
 * read is in {@link #problems()}.
 */
public final class StackTree {

    private final Map<String, Stack> stacks;
    private final List<RemoteStack> remote;
    private final Set<Path> files;
    private final List<Problem> problems;

    StackTree(Map<String, Stack> stacks, List<RemoteStack> remote, Set<Path> files, Collection<Problem> problems) {
        this.stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
        this.remote = List.copyOf(remote);
        this.files = Collections.unmodifiableSet(new LinkedHashSet<>(files));
        this.problems = problems.stream().distinct().sorted().toList();
    }

    /** The stack and all that is nested in it, from the files they name. */
    public static StackTree read(Template root, TemplateResolver resolver) {
        return new StackTreeReader(Stack::template).read(Stack.root(root, resolver));
    }

    /** The stack alone; no other file is read. */
    public static StackTree ofRoot(Template root, TemplateResolver resolver) {
        return new StackTree(Map.of("", Stack.root(root, resolver)), List.of(), Set.of(root.path()), List.of());
    }

    /**
     * The tree as it would be were the templates others, such as those with unrolled loops: stacks may appear and go.
     *
     * @param change makes each template of the stack as it was read
     */
    public StackTree changed(Function<Stack, Template> change) {
        boolean same = stacks.values().stream().allMatch(stack -> change.apply(stack) == stack.template());
        return same ? this : new StackTreeReader(change).read(root());
    }

    public Stack root() {
        return stacks.values().iterator().next();
    }

    /** The root first, then level by level, each in template order. */
    public List<Stack> stacks() {
        return List.copyOf(stacks.values());
    }

    /** @param path logical ids from the root down; empty for the root */
    public Optional<Stack> stack(String path) {
        return Optional.ofNullable(stacks.get(path));
    }

    /** The stack around a nested one; empty for the root. */
    public Optional<Stack> parent(Stack stack) {
        return stack.path().isEmpty()
                ? Optional.empty()
                : stack(stack.path().substring(0, Math.max(0, stack.path().lastIndexOf('/'))));
    }

    /** Stacks whose templates are elsewhere, in the order they were met. */
    public List<RemoteStack> remote() {
        return remote;
    }

    /** The template files of all stacks, also of those that could not be read. */
    public Set<Path> files() {
        return files;
    }

    /** Templates that are missing, broken or nested in themselves, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    /** @throws InvalidTemplateException if a nested template could not be read */
    public StackTree complete() {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new InvalidTemplateException(problems);
        }
        return this;
    }
}
