package io.github.sammaven.core.aws.fake;

import java.util.ArrayList;
import java.util.List;

/** What a change set does to one resource, with all that the service can say about it. */
public final class FakeChange {

    private final String action;
    private final String logicalId;
    private final String type;
    private String physicalId = "";
    private String replacement = "";
    private String policyAction = "";
    private String before = "";
    private String after = "";
    private String nested = "";
    private final List<Detail> details = new ArrayList<>();

    FakeChange(String action, String logicalId, String type) {
        this.action = action;
        this.logicalId = logicalId;
        this.type = type;
        this.replacement = action.equals("Modify") ? "False" : "";
    }

    /** As in the model of the API: {@code ResourceChangeDetail} with its {@code ResourceTargetDefinition}. */
    private record Detail(
            String attribute,
            String name,
            String path,
            String before,
            String after,
            String recreation,
            String evaluation,
            String source,
            String entity) {}

    String logicalId() {
        return logicalId;
    }

    FakeChangeSet.Change line() {
        return new FakeChangeSet.Change(action, logicalId, type);
    }

    public FakeChange physicalId(String id) {
        physicalId = id;
        return this;
    }

    /** {@code True}, {@code False} or {@code Conditional}. */
    public FakeChange replacement(String value) {
        replacement = value;
        return this;
    }

    public FakeChange policyAction(String value) {
        policyAction = value;
        return this;
    }

    /** The whole resource, JSON. */
    public FakeChange contexts(String beforeJson, String afterJson) {
        before = beforeJson;
        after = afterJson;
        return this;
    }

    /** The template says something else for a property. */
    public FakeChange property(String path, String oldValue, String newValue, String recreation) {
        return property(path, oldValue, newValue, recreation, "Static", "DirectModification", "");
    }

    public FakeChange property(
            String path,
            String oldValue,
            String newValue,
            String recreation,
            String evaluation,
            String source,
            String entity) {
        String[] steps = path.split("/");
        details.add(new Detail(
                steps[1],
                steps.length > 2 ? steps[2] : "",
                path,
                oldValue,
                newValue,
                recreation,
                evaluation,
                source,
                entity));
        return this;
    }

    /** A reason without a path and values: the service evaluates it later. */
    public FakeChange dynamic(String name, String recreation, String source, String entity) {
        details.add(new Detail("Properties", name, "", "", "", recreation, "Dynamic", source, entity));
        return this;
    }

    /** The nested stack that the resource is has a change set of its own. */
    public FakeChange nestedChangeSet(String arn) {
        nested = arn;
        return this;
    }

    Xml xml(boolean values) {
        Xml xml = new Xml()
                .optional("PolicyAction", policyAction)
                .element("Action", action)
                .element("LogicalResourceId", logicalId)
                .optional("PhysicalResourceId", physicalId)
                .element("ResourceType", type)
                .optional("Replacement", replacement)
                .members(
                        "Scope",
                        details.stream().map(Detail::attribute).distinct().toList(),
                        (member, attribute) -> member.append(new Xml().text(attribute)))
                .members("Details", details, (member, detail) -> write(member, detail, values))
                .optional("ChangeSetId", nested);
        return values ? xml.optional("BeforeContext", before).optional("AfterContext", after) : xml;
    }

    private static void write(Xml member, Detail detail, boolean values) {
        Xml target = new Xml()
                .element("Attribute", detail.attribute())
                .optional("Name", detail.name())
                .element("RequiresRecreation", detail.recreation());
        if (values) {
            target.optional("Path", detail.path())
                    .optional("BeforeValue", detail.before())
                    .optional("AfterValue", detail.after());
        }
        member.nested("Target", target)
                .element("Evaluation", detail.evaluation())
                .element("ChangeSource", detail.source())
                .optional("CausingEntity", detail.entity());
    }
}
