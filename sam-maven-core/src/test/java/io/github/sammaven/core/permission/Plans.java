package io.github.sammaven.core.permission;

import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans of small templates, as the tests need them. */
final class Plans {

    static final String REGION = "eu-central-1";
    static final ArnValues VALUES = new ArnValues(Optional.of(REGION), Optional.of("111122223333"));
    static final DeploymentScope SCOPE = DeploymentScope.of("orders", "acme-artifacts");

    private Plans() {}

    static PolicyPlan of(String template) {
        return of(template, SCOPE);
    }

    static PolicyPlan of(String template, DeploymentScope scope) {
        return of(new TemplateReader().parse(template, Path.of("template.yaml"), "template.yaml"), scope);
    }

    static PolicyPlan of(Path file, DeploymentScope scope) {
        return of(new TemplateReader().read(file, file.getFileName().toString()), scope);
    }

    static PolicyPlan of(Template template, DeploymentScope scope) {
        TemplateResolver resolver = new TemplateResolver(template, LocalValues.of(Map.of(), REGION));
        return new DeploymentPolicy().plan(StackTree.read(template, resolver), scope);
    }

    /** The actions a principal may use on a resource. */
    static List<String> actionsOn(PolicyPlan plan, PolicyFor principal, String resource) {
        return plan.of(principal).stream()
                .filter(grant -> grant.resources().stream().map(VALUES::fill).anyMatch(resource::equals))
                .flatMap(grant -> grant.actions().stream())
                .sorted()
                .distinct()
                .toList();
    }
}
