package io.github.sammaven.core.limits;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts of a template's parts against the CloudFormation quotas. Resources that SAM generates are not counted. */
final class TemplateLimits {

    private static final Map<String, Quota> SECTIONS = Map.of(
            "Resources", Quotas.RESOURCES,
            "Parameters", Quotas.PARAMETERS,
            "Outputs", Quotas.OUTPUTS,
            "Mappings", Quotas.MAPPINGS);

    private TemplateLimits() {}

    static List<Problem> check(Template template) {
        List<Problem> problems = new ArrayList<>();
        MappingNode root = template.root();
        SECTIONS.forEach((section, quota) ->
                count(quota, template.section(section).size(), root.keyMark(section), "", problems));
        template.section("Mappings")
                .forEach((name, mapping) -> count(
                        Quotas.MAPPING_ATTRIBUTES,
                        mapping.asMapping().map(MappingNode::size).orElse(0),
                        mapping.mark(),
                        name + ": ",
                        problems));
        long description = root.text("Description")
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .orElse(0);
        count(Quotas.DESCRIPTION, description, root.keyMark("Description"), "", problems);
        size(template, problems);
        long references = root.accept(new DynamicReferences());
        count(
                Quotas.DYNAMIC_REFERENCES,
                references,
                SourceMark.ofFile(root.mark().file()),
                "",
                problems);
        return problems;
    }

    /** A large file may be mostly comments, so what counts is the text that would be sent. */
    private static void size(Template template, List<Problem> problems) {
        Quota quota = Quotas.TEMPLATE_IN_S3;
        if (quota.isExceededBy(template.path().toFile().length())) {
            long sent = new TemplateWriter().yaml(template.root()).getBytes(StandardCharsets.UTF_8).length;
            count(quota, sent, SourceMark.ofFile(template.root().mark().file()), "", problems);
        }
    }

    private static void count(Quota quota, long actual, SourceMark mark, String subject, List<Problem> problems) {
        if (quota.isExceededBy(actual)) {
            problems.add(Problem.error(mark, subject + quota.exceeded(actual), quota.shownSource()));
        }
    }

    private static final class DynamicReferences implements NodeVisitor<Long> {

        private static final String START = "{{resolve:";

        @Override
        public Long mapping(MappingNode node) {
            return sum(node.entries().values());
        }

        @Override
        public Long sequence(SequenceNode node) {
            return sum(node.items());
        }

        @Override
        public Long scalar(ScalarNode node) {
            long found = 0;
            for (int at = node.text().indexOf(START); at >= 0; at = node.text().indexOf(START, at + 1)) {
                found++;
            }
            return found;
        }

        private long sum(Iterable<Node> nodes) {
            long found = 0;
            for (Node node : nodes) {
                found += node.accept(this);
            }
            return found;
        }
    }
}
