package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.deploy.origin.ResourceOrigins;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Says what a change set that is ready will do, in the stack and in all nested ones. */
public final class ChangeExplainer {

    private final StackGateway gateway;
    private final EventSink sink;

    /** @param sink is told when the change set of a nested stack cannot be read */
    public ChangeExplainer(StackGateway gateway, EventSink sink) {
        this.gateway = gateway;
        this.sink = sink;
    }

    /**
     * @param description as it was read when the change set was ready
     * @param template the one the change set was made of
     * @param parameters values by name, as far as they are known; those of {@code NoEcho} parameters are never shown
     * @throws io.github.sammaven.core.problem.SamException if the service refuses
     */
    public ChangeSetReady explain(
            String stackName,
            ChangeSetId id,
            ChangeSetDescription description,
            Template template,
            Map<String, String> parameters) {
        ResourceOrigins origins = ResourceOrigins.of(template, gateway.region(), parameters);
        ChangeTree tree = new NestedChangeSets(gateway, sink).read(description);
        ChangeReport report = new ChangeReport(origins, new Secrets(template, parameters, origins));
        return new ChangeSetReady(stackName, gateway.region(), id.arn(), report.of(tree));
    }

    /** The same where the template is not at hand: nothing has a place then. */
    public ChangeSetReady explain(String stackName, ChangeSetId id, ChangeSetDescription description) {
        Template none = new Template(MappingNode.of(Map.of()), Path.of(""), TemplateFormat.YAML, List.of());
        return explain(stackName, id, description, none, Map.of());
    }
}
