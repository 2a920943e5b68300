package io.github.sammaven.core.transform.policy;

import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the lines of one profile; the data file tells what they mean. */
final class ConnectorProfileReader {

    private final List<Set<ConnectorAccess>> combinations = new ArrayList<>();
    private final Map<ConnectorAccess, List<ConnectorStatement>> permissions = new LinkedHashMap<>();
    private ConnectorKind kind = ConnectorKind.ROLE_POLICY;
    private ConnectorEnd holder = ConnectorEnd.DESTINATION;
    private Optional<ConnectorWaiter> waiter = Optional.empty();
    private List<ConnectorStatement> open = new ArrayList<>();

    static ConnectorProfile read(List<List<String>> lines) {
        ConnectorProfileReader reader = new ConnectorProfileReader();
        lines.forEach(reader::line);
        return reader.profile();
    }

    private void line(List<String> words) {
        String first = words.get(0);
        switch (first) {
            case "awaited-by" -> waiter = Optional.of(ConnectorWaiter.of(words.get(1)));
            case "only" -> {
                Set<ConnectorAccess> together = EnumSet.noneOf(ConnectorAccess.class);
                words.forEach(word -> ConnectorAccess.of(word).ifPresent(together::add));
                combinations.add(together);
            }
            default -> {
                Optional<ConnectorKind> named = ConnectorKind.of(first);
                Optional<ConnectorAccess> access = ConnectorAccess.of(first);
                if (named.isPresent()) {
                    kind = named.get();
                    holder = words.size() > 1 ? ConnectorEnd.of(words.get(1)) : ConnectorEnd.DESTINATION;
                } else if (access.isPresent()) {
                    open = new ArrayList<>();
                    permissions.put(access.get(), open);
                } else {
                    statement(words);
                }
            }
        }
    }

    private void statement(List<String> words) {
        if (words.get(0).equals("allow")) {
            open.add(new ConnectorStatement());
        }
        open.get(open.size() - 1).line(words);
    }

    private ConnectorProfile profile() {
        Map<ConnectorAccess, List<MappingNode>> built = new LinkedHashMap<>();
        permissions.forEach((access, statements) -> built.put(
                access,
                statements.stream().map(statement -> statement.build(kind)).toList()));
        return new ConnectorProfile(kind, holder, waiter, combinations, built);
    }
}
