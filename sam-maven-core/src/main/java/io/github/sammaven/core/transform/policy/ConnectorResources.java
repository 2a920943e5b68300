package io.github.sammaven.core.transform.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of resources that connectors know. */
public final class ConnectorResources {

    private @Nullable Table table;

    private record Table(Map<String, ConnectorResource> byType, Map<String, String> typesBySamType) {}

    private ConnectorResources() {}

    /** Nothing is read yet. */
    public static ConnectorResources load() {
        return new ConnectorResources();
    }

    /** Where values of resources of this CloudFormation type are found. */
    public Optional<ConnectorResource> resource(String type) {
        return Optional.ofNullable(table().byType().get(type));
    }

    /** The CloudFormation type that a SAM type in a reference stands for; any other type is itself. */
    public String cloudFormationType(String type) {
        return table().typesBySamType().getOrDefault(type, type);
    }

    private synchronized Table table() {
        Table known = table;
        if (known == null) {
            known = read();
            table = known;
        }
        return known;
    }

    private static Table read() {
        Map<String, ConnectorResource> byType = new HashMap<>();
        Map<String, String> typesBySamType = new HashMap<>();
        for (DataFile.Block block : DataFile.blocks("connector-resources.txt")) {
            byType.put(block.name(), resource(block.lines()));
            block.words().forEach(samType -> typesBySamType.put(samType, block.name()));
        }
        return new Table(byType, typesBySamType);
    }

    private static ConnectorResource resource(List<List<String>> lines) {
        Optional<ConnectorResource.Role> role = Optional.empty();
        Map<String, ConnectorResource.Source> values = new HashMap<>();
        for (List<String> words : lines) {
            switch (words.get(0)) {
                case "role" -> role = Optional.of(new ConnectorResource.Role.InProperty(words.get(1)));
                case "role-of-target" -> role = Optional.of(new ConnectorResource.Role.InTarget());
                default -> values.put(words.get(0), source(words));
            }
        }
        return new ConnectorResource(role, values);
    }

    private static ConnectorResource.Source source(List<String> words) {
        return switch (words.get(1)) {
            case "ref" -> new ConnectorResource.Source.Reference();
            case "att" -> new ConnectorResource.Source.Attribute(words.get(2));
            case "text" -> new ConnectorResource.Source.Text(words.get(2));
            default -> throw new IllegalStateException("connector-resources.txt: " + words);
        };
    }
}
