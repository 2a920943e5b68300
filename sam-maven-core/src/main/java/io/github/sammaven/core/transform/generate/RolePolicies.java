package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.policy.PolicyTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code Policies}: names of managed policies, policy documents and policy templates, alone or in a list. */
public final class RolePolicies {

    private final PolicyTemplates templates;
    private final ManagedPolicyArns managed;

    public RolePolicies(PolicyTemplates templates, ManagedPolicyArns managed) {
        this.templates = templates;
        this.managed = managed;
    }

    /**
     * @param managed entries of {@code ManagedPolicyArns}
     * @param inline entries of {@code Policies} of the role
     */
    public record Found(List<Node> managed, List<Node> inline) {}

    private enum Kind {
        MANAGED,
        INLINE,
        TEMPLATE,
        NOTHING
    }

    /** @throws InvalidResourceException for an entry that is none of these */
    public Found read(SamResource resource) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        resource.given("Policies").ifPresent(policies -> {
            List<Node> entries = policies.asSequence().map(SequenceNode::items).orElse(List.of(policies));
            for (int index = 0; index < entries.size(); index++) {
                add(new Entry(resource, index, entries.get(index)), found);
            }
        });
        return found;
    }

    /** One entry of {@code Policies}. */
    private record Entry(SamResource resource, int index, Node policy) {

        String policyName() {
            return resource.logicalId() + "RolePolicy" + index;
        }

        InvalidResourceException invalid(Node part, String message, String suggestion) {
            return resource.invalid(part, "the policy at index %d %s".formatted(index, message), suggestion);
        }
    }

    private void add(Entry entry, Found found) {
        Optional<SequenceNode> branches = branches(entry);
        if (branches.isEmpty()) {
            Kind kind = kind(entry, entry.policy());
            if (kind == Kind.MANAGED || kind == Kind.NOTHING) {
                found.managed().add(managed.of(entry.policy()));
            } else {
                found.inline().add(converted(entry, kind, entry.policy()));
            }
            return;
        }
        Node condition = branches.get().items().get(0);
        Node then = branches.get().items().get(1);
        Node otherwise = branches.get().items().get(2);
        Kind kind = common(entry, kind(entry, then), kind(entry, otherwise));
        MappingNode result = MappingNode.of(
                Intrinsic.IF,
                SequenceNode.of(condition, converted(entry, kind, then), converted(entry, kind, otherwise)));
        (kind == Kind.MANAGED ? found.managed() : found.inline()).add(result);
    }

    private static Optional<SequenceNode> branches(Entry entry) {
        return Intrinsic.of(entry.policy())
                .filter(function -> function.is(Intrinsic.IF))
                .map(choice -> choice.argument()
                        .asSequence()
                        .filter(operands -> operands.items().size() == 3)
                        .orElseThrow(() -> InvalidResourceException.ofTemplate(
                                entry.policy().mark(),
                                "%s: Fn::If of the policy at index %d needs three operands"
                                        .formatted(entry.resource().logicalId(), entry.index()),
                                "a condition, and a policy for each case")));
    }

    private static Kind common(Entry entry, Kind then, Kind otherwise) {
        if (then == Kind.NOTHING || then == otherwise) {
            return otherwise == Kind.NOTHING ? Kind.MANAGED : otherwise;
        }
        if (otherwise != Kind.NOTHING) {
            throw InvalidResourceException.ofTemplate(
                    entry.policy().mark(),
                    "%s: the policy at index %d is of one kind if its condition holds and of another if not"
                            .formatted(entry.resource().logicalId(), entry.index()),
                    "use names of managed policies, policy templates or documents in both branches");
        }
        return then;
    }

    private Kind kind(Entry entry, Node policy) {
        if (Intrinsic.isNoValue(policy)) {
            return Kind.NOTHING;
        }
        boolean isName = policy.asScalar().filter(ScalarNode::isString).isPresent();
        if (isName || Intrinsic.of(policy).isPresent()) {
            return Kind.MANAGED;
        }
        MappingNode mapping = policy.asMapping()
                .orElseThrow(() -> entry.invalid(
                        policy,
                        "is " + policy.kindName(),
                        "give the name of a managed policy, a policy template or a policy document"));
        if (mapping.has("Statement")) {
            return Kind.INLINE;
        }
        if (mapping.size() == 1 && templates.has(mapping.keys().iterator().next())) {
            return Kind.TEMPLATE;
        }
        String name = mapping.size() == 1 ? mapping.keys().iterator().next() : "";
        throw entry.invalid(
                mapping,
                name.isEmpty() ? "is no policy" : "is the unknown policy template '%s'".formatted(name),
                name.isEmpty()
                        ? "a policy document has a Statement; a policy template is one name with its parameters"
                        : NearestName.suggestion(name, templates.names()));
    }

    private Node converted(Entry entry, Kind kind, Node policy) {
        if (Intrinsic.isNoValue(policy)) {
            return policy;
        }
        return switch (kind) {
            case MANAGED, NOTHING -> managed.of(policy);
            case INLINE -> PolicyDocument.named(entry.policyName(), policy);
            case TEMPLATE -> PolicyDocument.named(entry.policyName(), document(entry, policy));
        };
    }

    private MappingNode document(Entry entry, Node policy) {
        Map.Entry<String, Node> template =
                policy.asMapping().orElseThrow().entries().entrySet().iterator().next();
        String name = template.getKey();
        MappingNode values = template.getValue()
                .asMapping()
                .orElseThrow(() -> entry.invalid(
                        template.getValue(),
                        "gives policy template %s %s"
                                .formatted(name, template.getValue().kindName()),
                        "give it a mapping of parameters, {} if it has none"));
        List<String> missing = templates.parameters(name).stream()
                .filter(parameter -> !values.has(parameter))
                .toList();
        if (!missing.isEmpty()) {
            throw entry.invalid(
                    values, "lacks %s of policy template %s".formatted(String.join(", ", missing), name), "");
        }
        return templates.document(name, values);
    }
}
