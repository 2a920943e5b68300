package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.GeneratedResources;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The names a template declares, and those a loop, a macro or the SAM transform adds. */
final class Names {

    private static final String SERVERLESS = "AWS::Serverless::";
    private static final String LOOP = "Fn::ForEach::";
    private static final Set<String> PSEUDO = Set.of(
            "AWS::Region",
            "AWS::AccountId",
            "AWS::Partition",
            "AWS::URLSuffix",
            "AWS::StackName",
            "AWS::StackId",
            "AWS::NotificationARNs",
            "AWS::NoValue");

    private final Template template;
    private final GeneratedResources generated;
    private final Set<String> loopVariables = new HashSet<>();
    private final Set<String> generatedStarts = new HashSet<>();

    Names(Template template) {
        this.template = template;
        this.generated = new GeneratedResources(template);
        template.root().accept(new LoopVariables());
        template.section("Resources").keySet().forEach(id -> template.resource(id)
                .ifPresent(resource -> {
                    addStarts(id, resource.mapping("Connectors"));
                    if (resource.text("Type")
                            .filter(type -> type.startsWith(SERVERLESS))
                            .isPresent()) {
                        addStarts(
                                id, resource.mapping("Properties").flatMap(properties -> properties.mapping("Events")));
                    }
                }));
    }

    /** What SAM makes for an event or an embedded connector has a name that starts with both ids. */
    private void addStarts(String id, Optional<MappingNode> entries) {
        entries.ifPresent(mapping -> mapping.keys().forEach(key -> generatedStarts.add(id + key)));
    }

    private boolean isGenerated(String name) {
        return generated.mayHave(name)
                || IntStream.rangeClosed(1, name.length())
                        .mapToObj(end -> name.substring(0, end))
                        .anyMatch(start -> generatedStarts.contains(start) || isApiOfMapping(start, name));
    }

    /** The names of base path mappings hold the path as it is written. */
    private boolean isApiOfMapping(String id, String name) {
        return name.endsWith("Mapping")
                && template.resource(id)
                        .flatMap(resource -> resource.text("Type"))
                        .filter(type -> type.startsWith(SERVERLESS) && type.endsWith("Api"))
                        .isPresent();
    }

    boolean isResource(String name) {
        return template.section("Resources").containsKey(name) || isGenerated(name) || isOpen(name);
    }

    boolean isParameter(String name) {
        return template.section("Parameters").containsKey(name) || isOpen("Parameters", name);
    }

    boolean isPseudo(String name) {
        return PSEUDO.contains(name);
    }

    /** A name in section {@code Conditions} or {@code Mappings}. */
    boolean isIn(String section, String name) {
        return template.section(section).containsKey(name) || isOpen(section, name);
    }

    private boolean isOpen(String section, String name) {
        return isOpen(name) || template.section(section).keySet().stream().anyMatch(Intrinsic::isName);
    }

    /** A macro over everything, or a name that a loop fills in. */
    private boolean isOpen(String name) {
        return loopVariables.contains(name)
                || name.contains("${")
                || name.contains("&{")
                || template.root().has("Fn::Transform");
    }

    /** {@code Did you mean 'X' (line 4)?} among parameters and resources, or pseudo parameters. */
    String nearReference(String name) {
        if (name.startsWith("AWS:")) {
            return NearestName.suggestion(name, PSEUDO);
        }
        List<String> candidates = new ArrayList<>(template.section("Parameters").keySet());
        candidates.addAll(template.section("Resources").keySet());
        return NearestName.of(name, candidates)
                .map(near -> template.section("Resources").containsKey(near)
                        ? withLine("Resources", near)
                        : withLine("Parameters", near))
                .orElse("");
    }

    String near(String section, String name) {
        return NearestName.of(name, template.section(section).keySet())
                .map(near -> withLine(section, near))
                .orElse("");
    }

    private String withLine(String section, String name) {
        int line = template.root()
                .mapping(section)
                .map(entries -> entries.keyMark(name).line())
                .orElse(0);
        return "Did you mean '" + name + "'" + (line > 0 ? " (line " + line + ")?" : "?");
    }

    private final class LoopVariables implements NodeVisitor<Boolean> {

        @Override
        public Boolean mapping(MappingNode node) {
            for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
                if (entry.getKey().startsWith(LOOP)) {
                    entry.getValue()
                            .asSequence()
                            .map(SequenceNode::items)
                            .filter(items -> !items.isEmpty())
                            .flatMap(items -> Optional.of(items.get(0)).flatMap(Node::asText))
                            .ifPresent(loopVariables::add);
                }
                entry.getValue().accept(this);
            }
            return true;
        }

        @Override
        public Boolean sequence(SequenceNode node) {
            node.items().forEach(item -> item.accept(this));
            return true;
        }

        @Override
        public Boolean scalar(ScalarNode node) {
            return true;
        }
    }
}
