package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No resource needs itself, directly or through others. A macro may change everything, so its template is not judged. */
final class CycleCheck implements TemplateCheck {

    private static final Set<String> KNOWN_TRANSFORMS = Set.of("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions");

    @Override
    public List<Problem> check(Subject subject) {
        if (hasMacro(subject)) {
            return List.of();
        }
        Map<String, Map<String, SourceMark>> open = new LinkedHashMap<>(new ResourceGraph(subject.template()).needs());
        List<Problem> problems = new ArrayList<>();
        dropWhatCanBeMade(open);
        for (String id : List.copyOf(open.keySet())) {
            Optional<List<String>> cycle = shortestCycle(id, open);
            cycle.ifPresent(path -> {
                problems.add(problem(path, open));
                open.keySet().removeAll(path);
            });
        }
        return problems;
    }

    private static boolean hasMacro(Subject subject) {
        var root = subject.template().root();
        return root.has("Fn::Transform")
                || root
                        .get("Transform")
                        .map(node -> node.asSequence().map(SequenceNode::items).orElse(List.of(node)))
                        .orElse(List.of())
                        .stream()
                        .map(Node::asText)
                        .anyMatch(
                                name -> name.filter(KNOWN_TRANSFORMS::contains).isEmpty());
    }

    /** Takes away all that needs nothing, then what needs only that, and so on: cycles and their users are left. */
    private static void dropWhatCanBeMade(Map<String, Map<String, SourceMark>> open) {
        Map<String, Integer> missing = new HashMap<>();
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        open.forEach((id, needs) -> {
            List<String> present =
                    needs.keySet().stream().filter(open::containsKey).toList();
            missing.put(id, present.size());
            present.forEach(need ->
                    users.computeIfAbsent(need, key -> new ArrayList<>()).add(id));
            if (present.isEmpty()) {
                ready.add(id);
            }
        });
        while (!ready.isEmpty()) {
            String made = ready.remove();
            open.remove(made);
            for (String user : users.getOrDefault(made, List.of())) {
                if (missing.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
    }

    /** From {@code start} through what it needs back to {@code start}. */
    private static Optional<List<String>> shortestCycle(String start, Map<String, Map<String, SourceMark>> open) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            String id = next.remove();
            for (String need : open.getOrDefault(id, Map.of()).keySet()) {
                if (open.containsKey(need) && cameFrom.putIfAbsent(need, id) == null) {
                    next.add(need);
                }
            }
        }
        if (!cameFrom.containsKey(start)) {
            return Optional.empty();
        }
        Deque<String> path = new ArrayDeque<>();
        String id = start;
        do {
            id = cameFrom.get(id);
            path.addFirst(id);
        } while (!id.equals(start));
        return Optional.of(List.copyOf(path));
    }

    private static Problem problem(List<String> path, Map<String, Map<String, SourceMark>> open) {
        String start = path.get(0);
        String second = path.get(path.size() > 1 ? 1 : 0);
        return Problem.error(
                open.getOrDefault(start, Map.of()).getOrDefault(second, SourceMark.NONE),
                start + ": circular reference: " + String.join(" → ", path) + " → " + start,
                "none of them can be made first; replace a reference, for example by a fixed name");
    }
}
