package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.SubText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every name that is referred to exists: in functions, DependsOn and Condition. */
final class ReferenceCheck implements TemplateCheck {

    @Override
    public List<Problem> check(Subject subject) {
        Visit visit = new Visit(new Names(subject.template()));
        for (String section : List.of("Resources", "Outputs")) {
            subject.template().section(section).forEach((id, node) -> node.asMapping()
                    .ifPresent(entry -> visit.entry(id, entry)));
        }
        for (String section : List.of("Conditions", "Globals")) {
            subject.template()
                    .section(section)
                    .forEach((name, node) -> visit.in(section.equals("Globals") ? "Globals" : name, node));
        }
        return visit.problems;
    }

    private static final class Visit {

        private final Names names;
        private final List<Problem> problems = new ArrayList<>();

        Visit(Names names) {
            this.names = names;
        }

        void entry(String id, MappingNode entry) {
            entry.get("DependsOn").ifPresent(node -> items(node).forEach(item -> item.asText()
                    .filter(name -> !names.isResource(name))
                    .ifPresent(name -> add(
                            item.mark(),
                            id,
                            "DependsOn '" + name + "' names no resource",
                            names.near("Resources", name)))));
            entry.text("Condition")
                    .ifPresent(name -> condition(
                            id, name, entry.get("Condition").orElse(entry).mark()));
            in(id, entry);
        }

        private static List<Node> items(Node node) {
            return node.asSequence().map(SequenceNode::items).orElse(List.of(node));
        }

        void in(String id, Node node) {
            Intrinsic.of(node).ifPresent(call -> call(id, call));
            node.asMapping().map(MappingNode::entries).orElse(Map.of()).values().forEach(value -> in(id, value));
            node.asSequence().map(SequenceNode::items).orElse(List.of()).forEach(item -> in(id, item));
        }

        private void call(String id, Intrinsic call) {
            Node argument = call.argument();
            List<Node> operands = items(argument);
            if (operands.isEmpty()) {
                return;
            }
            switch (call.name()) {
                case Intrinsic.REF ->
                    argument.asText().ifPresent(name -> reference(id, "Ref '" + name + "'", name, argument.mark()));
                case Intrinsic.GET_ATT ->
                    operands.get(0)
                            .asText()
                            .filter(text -> operands.size() > 1 || text.contains("."))
                            .ifPresent(text -> attribute(id, text, argument.mark()));
                case Intrinsic.SUB -> substitution(id, operands);
                case Intrinsic.IF ->
                    operands.get(0)
                            .asText()
                            .ifPresent(
                                    name -> condition(id, name, operands.get(0).mark()));
                case "Fn::FindInMap" ->
                    operands.get(0)
                            .asText()
                            .filter(name -> operands.size() > 1 && !names.isIn("Mappings", name))
                            .ifPresent(name -> add(
                                    operands.get(0).mark(),
                                    id,
                                    "Fn::FindInMap '" + name + "' names no mapping",
                                    names.near("Mappings", name)));
                default -> {}
            }
        }

        private void reference(String id, String what, String name, SourceMark mark) {
            boolean known = names.isParameter(name) || names.isPseudo(name) || names.isResource(name);
            if (!known) {
                String kind =
                        name.startsWith("AWS:") ? " names no pseudo parameter" : " names no parameter or resource";
                add(mark, id, what + kind, names.nearReference(name));
            }
        }

        private void attribute(String id, String text, SourceMark mark) {
            int dot = text.indexOf('.');
            String name = dot < 0 ? text : text.substring(0, dot);
            if (!names.isResource(name)) {
                add(mark, id, "Fn::GetAtt '" + name + "' names no resource", names.near("Resources", name));
            }
        }

        private void substitution(String id, List<Node> operands) {
            Node text = operands.get(0);
            Set<String> own = operands.size() < 2
                    ? Set.of()
                    : operands.get(1).asMapping().map(MappingNode::keys).orElse(Set.of());
            SubText.parse(text.asText().orElse("")).variables().stream()
                    .filter(variable -> variable.isWellFormed() && !own.contains(variable.name()))
                    .forEach(variable -> {
                        String what = "Fn::Sub variable '" + variable.name() + "'";
                        boolean attribute = variable.attribute().isPresent();
                        if (!attribute) {
                            reference(id, what, variable.name(), text.mark());
                        } else if (!names.isResource(variable.head())) {
                            add(text.mark(), id, what + " names no resource", names.near("Resources", variable.head()));
                        }
                    });
        }

        private void condition(String id, String name, SourceMark mark) {
            if (!names.isIn("Conditions", name)) {
                add(mark, id, "condition '" + name + "' is not defined", names.near("Conditions", name));
            }
        }

        private void add(SourceMark mark, String id, String message, String suggestion) {
            problems.add(Problem.error(mark, id + ": " + message, suggestion));
        }
    }
}
