package io.github.sammaven.core.transform.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;

/** What SAM resources and the {@code Globals} section may hold. Immutable; read once and shared. */
public final class PropertyTables {

    private static final String PREFIX = "AWS::Serverless::";

    private final Map<String, PropertyTable> tables;
    private final Map<String, Set<String>> globals;

    private PropertyTables(Map<String, PropertyTable> tables, Map<String, Set<String>> globals) {
        this.tables = tables;
        this.globals = globals;
    }

    public static PropertyTables load() {
        Map<String, PropertyTable> tables = new HashMap<>();
        BlockFile.read("sam-properties.txt").blocks().forEach((header, lines) -> {
            Map<String, Property> properties = new TreeMap<>();
            lines.forEach(line -> {
                List<String> words = words(line);
                properties.put(words.get(0), property(words.subList(1, words.size())));
            });
            tables.put(name(header), new PropertyTable(isExact(name(header)), header.endsWith("lenient"), properties));
        });
        Map<String, Set<String>> globals = new TreeMap<>();
        BlockFile.read("globals.txt")
                .blocks()
                .forEach((header, lines) -> globals.put(name(header), new TreeSet<>(lines)));
        return new PropertyTables(tables, globals);
    }

    private static boolean isExact(String name) {
        return name.startsWith(PREFIX) || name.endsWith("/Properties");
    }

    private static String name(String header) {
        return header.substring(1, header.indexOf(']'));
    }

    /** Without a regular expression, which costs a cold start more than all else here. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(line);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static Property property(List<String> words) {
        boolean required = words.get(words.size() - 1).equals("required");
        List<String> rest = required ? words.subList(0, words.size() - 1) : words;
        int arrow = rest.indexOf("->");
        List<AcceptedKind> kinds = new ArrayList<>();
        for (String word : rest.subList(0, arrow < 0 ? rest.size() : arrow)) {
            kinds.add(AcceptedKind.of(word));
        }
        Optional<PropertyShape> shape =
                arrow < 0 ? Optional.empty() : Optional.of(shape(rest.subList(arrow + 1, rest.size())));
        return new Property(List.copyOf(kinds), shape, required);
    }

    private static PropertyShape shape(List<String> words) {
        boolean each = words.get(0).equals("each");
        return new PropertyShape(
                words.get(each ? 1 : 0), each, words.get(words.size() - 1).equals("Type"));
    }

    /** {@code AWS::Serverless::Function}, ... in alphabetical order. */
    public Set<String> resourceTypes() {
        return namesAfter(
                "",
                tables.keySet().stream().filter(name -> name.startsWith(PREFIX)).toList());
    }

    /** Names of the properties of a SAM resource type; empty if there is no such type. */
    public Set<String> propertiesOf(String type) {
        return table(type).map(table -> table.properties().keySet()).orElse(Set.of());
    }

    /** Sections of {@code Globals} with the properties each may share. */
    public Map<String, Set<String>> globals() {
        return globals;
    }

    Collection<PropertyTable> all() {
        return tables.values();
    }

    Optional<PropertyTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The types that blocks {@code owner/type} exist for. */
    Set<String> typesOf(String owner) {
        Set<String> types = namesAfter(owner + "/", tables.keySet());
        types.removeIf(type -> type.contains("/"));
        return types;
    }

    private static Set<String> namesAfter(String start, Collection<String> names) {
        Set<String> found = new TreeSet<>();
        names.stream()
                .filter(name -> name.startsWith(start))
                .forEach(name -> found.add(name.substring(start.length())));
        return found;
    }
}
