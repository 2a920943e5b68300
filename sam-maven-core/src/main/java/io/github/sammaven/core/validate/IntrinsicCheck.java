package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Intrinsic functions exist and have arguments of the right shape. */
final class IntrinsicCheck implements TemplateCheck {

    private static final String LOOP = "Fn::ForEach::";
    private static final Set<String> FUNCTIONS = Set.of(
            "Ref",
            "Condition",
            "Fn::And",
            "Fn::Base64",
            "Fn::Cidr",
            "Fn::Equals",
            "Fn::FindInMap",
            "Fn::GetAtt",
            "Fn::GetAZs",
            "Fn::If",
            "Fn::ImportValue",
            "Fn::Join",
            "Fn::Length",
            "Fn::Not",
            "Fn::Or",
            "Fn::Select",
            "Fn::Split",
            "Fn::Sub",
            "Fn::ToJsonString",
            "Fn::Transform",
            "Fn::Contains",
            "Fn::EachMemberEquals",
            "Fn::EachMemberIn",
            "Fn::RefAll",
            "Fn::ValueOf",
            "Fn::ValueOfAll");

    /** Functions of a list argument: how many operands at least and at most, and their names. */
    private static final Map<String, Operands> LISTS = Map.of(
            "Fn::If", new Operands(3, 3, "condition name, value if true, value if false"),
            "Fn::FindInMap", new Operands(3, 4, "map name, top-level key, second-level key"),
            "Fn::Join", new Operands(2, 2, "delimiter, list of values"),
            "Fn::Select", new Operands(2, 2, "index, list"),
            "Fn::Split", new Operands(2, 2, "delimiter, text"),
            "Fn::Equals", new Operands(2, 2, "two values"),
            "Fn::Not", new Operands(1, 1, "one condition"),
            "Fn::And", new Operands(2, 10, "2 to 10 conditions"),
            "Fn::Or", new Operands(2, 10, "2 to 10 conditions"));

    private record Operands(int least, int most, String names) {}

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        IntrinsicWalk.over(subject, (entry, call) -> check(entry, call, problems));
        return problems;
    }

    private static void check(String entry, Intrinsic call, List<Problem> problems) {
        String name = call.name();
        Node argument = call.argument();
        if (name.startsWith(LOOP)) {
            return;
        }
        if (!FUNCTIONS.contains(name)) {
            problems.add(Problem.error(
                    call.node().keyMark(name),
                    entry + ": unknown intrinsic function '" + name + "'",
                    NearestName.suggestion(name, FUNCTIONS)));
            return;
        }
        Operands operands = LISTS.get(name);
        if (operands != null) {
            operands(call, operands).ifPresent(why -> problems.add(wrong(entry, call, why)));
        } else if (name.equals(Intrinsic.REF) && !isString(argument)) {
            problems.add(
                    wrong(entry, call, "takes the name of a parameter or resource, this is " + argument.kindName()));
        } else if (name.equals(Intrinsic.GET_ATT) && !isAttribute(argument)) {
            problems.add(wrong(entry, call, "takes a resource and an attribute, such as !GetAtt Table.Arn"));
        } else if (name.equals(Intrinsic.SUB) && !isSubstitution(argument)) {
            problems.add(wrong(entry, call, "takes a string, or a list of a string and a mapping of variables"));
        }
    }

    private static Optional<String> operands(Intrinsic call, Operands operands) {
        if (Intrinsic.of(call.argument())
                .filter(inner -> inner.is("Fn::Transform"))
                .isPresent()) {
            return Optional.empty();
        }
        Optional<SequenceNode> list = call.argument().asSequence();
        if (list.isEmpty()) {
            return Optional.of("takes a list (" + operands.names() + "), this is "
                    + call.argument().kindName());
        }
        int size = list.get().items().size();
        return size >= operands.least() && size <= operands.most()
                ? Optional.empty()
                : Optional.of(
                        "takes " + operands.names() + "; this has " + size + (size == 1 ? " operand" : " operands"));
    }

    private static boolean isString(Node node) {
        return node.asText().isPresent();
    }

    private static boolean isAttribute(Node argument) {
        Optional<SequenceNode> list = argument.asSequence();
        return list.isPresent()
                ? list.get().items().size() >= 2 && list.get().items().stream().noneMatch(Node::isNull)
                : argument.asText()
                        .filter(text -> text.indexOf('.') > 0 && !text.endsWith("."))
                        .isPresent();
    }

    private static boolean isSubstitution(Node argument) {
        return argument.asSequence()
                .map(SequenceNode::items)
                .map(items -> items.size() == 2
                        && isString(items.get(0))
                        && items.get(1).asMapping().isPresent())
                .orElse(isString(argument));
    }

    private static Problem wrong(String entry, Intrinsic call, String why) {
        return Problem.error(call.node().keyMark(call.name()), entry + ": " + call.name() + " " + why);
    }
}
