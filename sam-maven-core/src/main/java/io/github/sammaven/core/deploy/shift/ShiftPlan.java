package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFormat;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template says about traffic shifts, be it written with SAM's resources or with those of CloudFormation. What
 * stands under a condition that is known not to hold is left out.
 */
public final class ShiftPlan {

    private final Template template;
    private final List<PlannedShift> shifts;
    private final List<AtOnce> atOnce;

    /** An alias whose deployment preference is switched off. */
    record AtOnce(String alias) {}

    private ShiftPlan(Template template, List<PlannedShift> shifts, List<AtOnce> atOnce) {
        this.template = template;
        this.shifts = List.copyOf(shifts);
        this.atOnce = List.copyOf(atOnce);
    }

    /** Of a template that is not here. */
    public static ShiftPlan none() {
        Template empty = new Template(MappingNode.of(Map.of()), Path.of(""), TemplateFormat.YAML, List.of());
        return new ShiftPlan(empty, List.of(), List.of());
    }

    /**
     * @param parameters values for the template's parameters; defaults count as well
     * @param region where it will be deployed
     */
    public static ShiftPlan of(Template template, Map<String, String> parameters, String region) {
        Map<String, Node> resources = template.section("Resources");
        List<PlannedShift> shifts = new ArrayList<>();
        List<AtOnce> atOnce = new ArrayList<>();
        if (!mayShift(template)) {
            return new ShiftPlan(template, shifts, atOnce);
        }
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.of(parameters, region));
        DeploymentPreferenceReader functions = new DeploymentPreferenceReader(template, resolver);
        AliasPolicyReader aliases = new AliasPolicyReader(template, resolver);
        resources.forEach((id, node) -> {
            Optional<MappingNode> resource = node.asMapping().filter(body -> exists(body, resolver));
            Optional<String> type = resource.flatMap(body -> body.text("Type"));
            if (type.filter("AWS::Serverless::Function"::equals).isPresent()) {
                functions.read(id, resource.get(), shifts, atOnce);
            } else if (type.filter("AWS::Lambda::Alias"::equals).isPresent()) {
                aliases.read(id, resource.get()).ifPresent(shifts::add);
            }
        });
        return new ShiftPlan(template, shifts, atOnce);
    }

    /** Most templates have nothing of it; they need no resolver. */
    private static boolean mayShift(Template template) {
        boolean shared = template.root()
                .mapping("Globals")
                .flatMap(globals -> globals.mapping("Function"))
                .filter(function -> function.has("DeploymentPreference"))
                .isPresent();
        return shared
                || template.section("Resources").values().stream()
                        .flatMap(node -> node.asMapping().stream())
                        .anyMatch(resource -> resource.has("UpdatePolicy")
                                || resource.mapping("Properties")
                                        .filter(properties -> properties.has("DeploymentPreference"))
                                        .isPresent());
    }

    private static boolean exists(MappingNode resource, TemplateResolver resolver) {
        return resource.text("Condition").flatMap(resolver::condition).orElse(true);
    }

    /** Whether no traffic will ever be shifted. */
    public boolean isEmpty() {
        return shifts.isEmpty();
    }

    /** What to say when somebody stops waiting; empty if there is nothing to say. */
    public Optional<String> interruptHint(String stackName) {
        return isEmpty()
                ? Optional.empty()
                : Optional.of("Traffic that is being shifted goes on shifting; to stop it and go back:"
                        + " mvn sam:deploy -Dsam.stopShift -Dsam.stackName=" + stackName);
    }

    Template template() {
        return template;
    }

    List<PlannedShift> shifts() {
        return shifts;
    }

    List<AtOnce> atOnce() {
        return atOnce;
    }
}
