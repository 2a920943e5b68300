package io.github.sammaven.core.aws.fake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What CloudFormation answers to whoever wants to delete a stack, besides deleting it. */
final class FakeRemovals {

    private final Function<String, Optional<FakeStack>> stacks;

    FakeRemovals(Function<String, Optional<FakeStack>> stacks) {
        this.stacks = stacks;
    }

    String answer(QueryRequest request) {
        return switch (request.action()) {
            case "GetTemplate" -> getTemplate(request);
            case "ListChangeSets" -> listChangeSets(request);
            case "UpdateTerminationProtection" -> updateTerminationProtection(request);
            default ->
                throw new QueryError(
                        400,
                        "InvalidAction",
                        "Could not find operation " + request.action() + " for version 2010-05-15");
        };
    }

    private FakeStack stack(QueryRequest request) {
        String name = request.required("StackName");
        return stacks.apply(name).orElseThrow(() -> QueryError.validation("Stack with id " + name + " does not exist"));
    }

    private String getTemplate(QueryRequest request) {
        String stage = request.get("TemplateStage").orElse("Original");
        if (!List.of("Original", "Processed").contains(stage)) {
            throw QueryError.constraint(
                    "'" + stage + "'", "templateStage", "satisfy enum value set: [Original, Processed]");
        }
        FakeStack stack = stack(request);
        FakeTemplate template = request.get("ChangeSetName")
                .map(name -> changeSet(stack, name).template)
                .orElse(stack.template);
        if (template == null) {
            throw QueryError.validation("Stack with id " + request.required("StackName") + " does not exist");
        }
        return new Xml()
                .element("TemplateBody", template.body())
                .members(
                        "StagesAvailable",
                        List.of("Original", "Processed"),
                        (member, one) -> member.append(new Xml().text(one)))
                .toString();
    }

    private static FakeChangeSet changeSet(FakeStack stack, String wanted) {
        return stack.changeSets.values().stream()
                .filter(set -> set.arn.equals(wanted) || set.name.equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new QueryError(404, "ChangeSetNotFound", "ChangeSet [" + wanted + "] does not exist"));
    }

    private String listChangeSets(QueryRequest request) {
        FakeStack stack = stack(request);
        return new Xml()
                .members("Summaries", List.copyOf(stack.changeSets.values()), (member, set) -> member.element(
                                "ChangeSetId", set.arn)
                        .element("ChangeSetName", set.name)
                        .element("StackId", stack.id)
                        .element("StackName", stack.name)
                        .element("Status", set.status())
                        .element("ExecutionStatus", set.executionStatus()))
                .toString();
    }

    private String updateTerminationProtection(QueryRequest request) {
        FakeStack stack = stack(request);
        stack.isProtected = request.required("EnableTerminationProtection").equals("true");
        return new Xml().element("StackId", stack.id).toString();
    }
}
