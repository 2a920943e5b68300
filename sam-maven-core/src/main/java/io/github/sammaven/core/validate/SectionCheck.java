package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The top level: known sections of the right kind, the format version, and the transform SAM resources need. */
final class SectionCheck implements TemplateCheck {

    private static final String SAM = "AWS::Serverless-2016-10-31";
    private static final String VERSION = "2010-09-09";
    private static final Set<String> MAPPINGS =
            Set.of("Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs", "Globals");
    private static final Set<String> OTHERS =
            Set.of("AWSTemplateFormatVersion", "Description", "Transform", "Hooks", "Fn::Transform");

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        MappingNode root = subject.template().root();
        root.entries().forEach((name, value) -> section(root, name, value, problems));
        root.get("AWSTemplateFormatVersion")
                .filter(version -> !version.isNull()
                        && version.asText().filter(VERSION::equals).isEmpty())
                .ifPresent(version -> problems.add(Problem.error(
                        version.mark(),
                        "AWSTemplateFormatVersion must be '" + VERSION + "'",
                        "it names the format, not your own version")));
        boolean empty = root.get("Resources").filter(value -> !value.isNull()).isEmpty()
                || root.mapping("Resources")
                        .filter(resources -> resources.size() == 0)
                        .isPresent();
        if (empty && !root.has("Fn::Transform")) {
            problems.add(Problem.error(
                    root.keyMark("Resources"), "the template has no resources", "add a Resources: section"));
        }
        transform(subject, problems);
        return problems;
    }

    private static void section(MappingNode root, String name, Node value, List<Problem> problems) {
        if (MAPPINGS.contains(name)) {
            boolean optional =
                    value.isNull() && (name.equals("Metadata") || name.equals("Globals") || name.equals("Resources"));
            if (value.asMapping().isEmpty() && !optional) {
                problems.add(
                        Problem.error(root.keyMark(name), name + " must be a mapping, this is " + value.kindName()));
            }
        } else if (!OTHERS.contains(name)) {
            List<String> known = new ArrayList<>(MAPPINGS);
            known.addAll(OTHERS);
            problems.add(Problem.error(
                    root.keyMark(name), "unknown section '" + name + "'", NearestName.suggestion(name, known)));
        }
    }

    private static void transform(Subject subject, List<Problem> problems) {
        Optional<String> first = subject.template().section("Resources").keySet().stream()
                .filter(id -> subject.typeOf(id)
                        .filter(type -> type.startsWith("AWS::Serverless::"))
                        .isPresent())
                .findFirst();
        if (first.isPresent() && !namesSam(subject.template().root().get("Transform"))) {
            problems.add(Problem.error(
                    subject.template().resourceMark(first.get()),
                    first.get() + ": " + subject.typeOf(first.get()).orElse("") + " needs the SAM transform",
                    "add Transform: " + SAM + " at the top"));
        }
    }

    private static boolean namesSam(Optional<Node> transform) {
        return transform
                .map(node -> node.asSequence().map(SequenceNode::items).orElse(List.of(node)))
                .orElse(List.of())
                .stream()
                .anyMatch(node -> node.asText().filter(SAM::equals).isPresent());
    }
}
