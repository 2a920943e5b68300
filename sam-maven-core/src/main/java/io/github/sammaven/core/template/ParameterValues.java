package io.github.sammaven.core.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the parameters of the template stand for. */
final class ParameterValues {

    private static final String SSM_VALUE = "AWS::SSM::Parameter::Value<";
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final Map<String, Node> declarations;
    private final LocalValues local;
    private final Map<String, Lookup> memo = new HashMap<>();

    ParameterValues(Template template, LocalValues local) {
        this.declarations = template.section("Parameters");
        this.local = local;
    }

    boolean declares(String name) {
        return declarations.containsKey(name);
    }

    Set<String> names() {
        return declarations.keySet();
    }

    Lookup of(String name) {
        return memo.computeIfAbsent(name, this::lookUp);
    }

    private Lookup lookUp(String name) {
        MappingNode declaration = Optional.ofNullable(declarations.get(name))
                .flatMap(Node::asMapping)
                .orElse(null);
        if (declaration == null) {
            return new Lookup.Wrong("takes parameter " + name + ", which is not declared as a mapping", "");
        }
        String unknown = local.unknownParameters().get(name);
        if (unknown != null) {
            return new Lookup.Unknown(unknown);
        }
        String type = declaration.text("Type").orElse("String");
        Node given = declaration.get("Default").filter(value -> !value.isNull()).orElse(null);
        String override = local.parameters().get(name);
        if (override == null && given != null && given.asText().isEmpty()) {
            return new Lookup.Wrong(
                    "takes parameter " + name + ", whose Default is " + given.kindName(),
                    "write it as text; separate the items of a list by commas");
        }
        if (type.startsWith(SSM_VALUE)) {
            return ssmValue(name, type);
        }
        if (override == null && given == null) {
            return new Lookup.Unknown("the parameter has no default and no value is given");
        }
        Node place = given == null ? declaration : given;
        return typed(type, override == null ? given.asText().orElseThrow() : override, place);
    }

    /** The parameter holds the name of an SSM parameter; the value is there, unless it is given for local use. */
    private Lookup ssmValue(String name, String type) {
        String value = local.attributes().get(name);
        if (value != null) {
            return typed(type.substring(SSM_VALUE.length()).replaceFirst(">$", ""), value, ScalarNode.string(value));
        }
        return new Lookup.Unknown("its value is in the Parameter Store of the account");
    }

    private static Lookup typed(String type, String text, Node place) {
        if (type.equals("CommaDelimitedList")) {
            return new Lookup.Found(list(text, place, false));
        }
        if (type.startsWith("List<")) {
            return new Lookup.Found(list(text, place, type.equals("List<Number>")));
        }
        return new Lookup.Found(
                type.equals("Number") ? number(text.strip(), place) : ScalarNode.string(text, place.mark()));
    }

    private static Node list(String text, Node place, boolean numbers) {
        List<Node> items = new ArrayList<>();
        if (!text.isBlank()) {
            for (String item : text.split(",", -1)) {
                String trimmed = item.strip();
                items.add(numbers ? number(trimmed, place) : ScalarNode.string(trimmed, place.mark()));
            }
        }
        return new SequenceNode(items, place.mark());
    }

    private static Node number(String text, Node place) {
        var match = JSON_NUMBER.matcher(text);
        if (!match.matches()) {
            return ScalarNode.string(text, place.mark());
        }
        return new ScalarNode(text, match.group(1) == null ? ScalarKind.INTEGER : ScalarKind.FLOAT, place.mark());
    }
}
