package io.github.sammaven.core.permission;

import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What CloudFormation's handlers call for the resources of stacks. */
final class ResourceGrants {

    private static final String TARGET_NO_LEVEL = "*";

    /** An ARN that does not end in something the template says. */
    private static final Pattern MADE_UP = Pattern.compile(".*[^}][/:]\\*");

    private static final List<String> ANY_POLICY =
            List.of("iam:PutRolePolicy", "iam:PutUserPolicy", "iam:PutGroupPolicy");

    private final ResourceKinds kinds;
    private final Grants grants;
    private final List<Problem> warnings = new ArrayList<>();
    private final SortedSet<String> numbered = new TreeSet<>();
    private final SortedSet<String> late = new TreeSet<>();
    private final SortedSet<String> open = new TreeSet<>();

    ResourceGrants(ResourceKinds kinds, Grants grants) {
        this.kinds = kinds;
        this.grants = grants;
    }

    /** Adds what all resources of a stack need, whatever conditions decide. */
    void add(StackNames names) {
        ResourceMarks marks = new ResourceMarks(names.stack().template());
        names.resources().forEach((logicalId, node) -> node.asMapping().ifPresent(resource -> {
            String type = resource.text("Type").orElse("");
            Need need = new Need(names.stack().idOf(logicalId), type, mark(marks, logicalId));
            Optional<ResourceKind> kind = kinds.of(type);
            if (kind.isPresent()) {
                add(new Resource(names, logicalId, resource, kind.get(), need));
            } else {
                warnings.add(Problem.warning(
                        need.mark(),
                        need.name() + ": what " + type + " needs is not known, so the policy has nothing for it",
                        "add what its CloudFormation handler calls by hand: aws cloudformation describe-type --type"
                                + " RESOURCE --type-name " + type));
            }
        }));
    }

    private record Resource(StackNames names, String logicalId, MappingNode node, ResourceKind kind, Need need) {}

    private static SourceMark mark(ResourceMarks marks, String logicalId) {
        SourceMark own = marks.of(logicalId);
        return own.isKnown() ? own : marks.origin(logicalId).map(marks::of).orElse(SourceMark.NONE);
    }

    private void add(Resource resource) {
        ResourceKind kind = resource.kind();
        ArnPattern pattern = new ArnPattern(resource.names(), resource.logicalId());
        List<String> own = kind.arns().stream()
                .flatMap(arn -> pattern.of(arn, List.of()).stream())
                .toList();
        if (kind.nameProperty().isEmpty()
                && kind.arns().stream().anyMatch(arn -> MADE_UP.matcher(arn).matches())) {
            numbered.add(kind.type());
        }
        for (ActionRule rule : kind.rules()) {
            add(resource, rule, own, pattern);
        }
    }

    private void add(Resource resource, ActionRule rule, List<String> own, ArnPattern pattern) {
        boolean there = rule.property()
                .map(path -> !PropertyPath.values(resource.node(), path).isEmpty())
                .orElse(true);
        if (!there) {
            return;
        }
        if (rule.kind() == ActionRule.Kind.PASS) {
            pass(resource, rule);
        } else if (rule.kind() == ActionRule.Kind.ATTACH) {
            attach(resource, rule, own);
        } else if (rule.target().isEmpty()) {
            if (rule.words().stream().anyMatch(ANY_POLICY::contains)) {
                open.add(resource.need().name());
            }
            grants.add(resource.kind().sid(), rule.words(), own, resource.need());
        } else if (rule.target().get().equals(TARGET_NO_LEVEL)) {
            grants.add(rule.words(), resource.need());
        } else {
            other(resource, rule, pattern);
        }
    }

    private void other(Resource resource, ActionRule rule, ArnPattern pattern) {
        String target = rule.target().orElseThrow();
        List<String> values = target.contains("{value}") ? values(resource, rule) : List.of();
        grants.add(resource.kind().sid() + suffix(rule), rule.words(), pattern.of(target, values), resource.need());
    }

    /** {@code Layers} for a property, {@code Iam} for what is always called of another service. */
    private static String suffix(ActionRule rule) {
        if (rule.kind() == ActionRule.Kind.TAGS) {
            return "Tags";
        }
        String name = rule.property()
                .orElseGet(() ->
                        rule.words().get(0).substring(0, rule.words().get(0).indexOf(':')));
        String first = name.startsWith("UpdatePolicy") ? "Deployments" : name.split("\\.")[0];
        return (first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1)).replaceAll("[^A-Za-z0-9]", "");
    }

    private List<String> values(Resource resource, ActionRule rule) {
        String path = rule.property().orElseThrow();
        List<String> values = resource.names().textsAt(resource.logicalId(), path);
        if (values.contains("*")) {
            late.add(path + " of " + resource.need().name());
        }
        return values;
    }

    private void pass(Resource resource, ActionRule rule) {
        String service = rule.words().get(0);
        List<String> roles =
                values(resource, rule).stream().map(ResourceGrants::role).toList();
        grants.add(
                "PassRoleTo" + suffixOf(service),
                List.of("iam:PassRole"),
                roles,
                Optional.of(Condition.passedTo(service)),
                resource.need());
    }

    static String role(String value) {
        return value.startsWith("arn:") ? value : "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/" + value;
    }

    private static String suffixOf(String service) {
        StringBuilder name = new StringBuilder();
        for (String word : service.substring(0, service.indexOf(".amazonaws")).split("[^a-z0-9]")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    /** Policies may be attached only if the template names them; else whoever deploys could attach any. */
    private void attach(Resource resource, ActionRule rule, List<String> own) {
        List<String> policies = values(resource, rule);
        Optional<Condition> only = policies.contains("*")
                ? Optional.empty()
                : Optional.of(new Condition("ArnLike", "iam:PolicyARN", policies));
        grants.add(resource.kind().sid() + "Attach", rule.words(), own, only, resource.need());
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Why statements are wider than the template. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!numbered.isEmpty()) {
            notes.add("AWS makes up the ids of these, so statements for them hold for all in the account and region: "
                    + String.join(", ", numbered));
        }
        if (!open.isEmpty()) {
            notes.add("Whoever may write inline policies can give these any permission; a permissions boundary limits"
                    + " that: " + String.join(", ", open));
        }
        if (!late.isEmpty()) {
            notes.add("Only known in AWS, so any is allowed: " + String.join(", ", late));
        }
        return notes;
    }
}
