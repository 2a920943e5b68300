package io.github.sammaven.core.operate.logs.place;

import io.github.sammaven.core.aws.DeployedStacks;
import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Templates of a stack and its nested stacks as they are deployed, each read when it is first needed. */
final class DeployedTemplates {

    private final DeployedStacks stacks;
    private final StackCatalogue catalogue;
    private final Map<String, Optional<Template>> known = new HashMap<>();

    DeployedTemplates(DeployedStacks stacks, StackCatalogue catalogue) {
        this.stacks = stacks;
        this.catalogue = catalogue;
    }

    /** The template with that resource; empty if it may not be read, which leaves the usual names. */
    Optional<Template> of(DeployedResource resource) {
        return known.computeIfAbsent(resource.parent(), this::read);
    }

    private Optional<Template> read(String parent) {
        Optional<String> stack = parent.isEmpty()
                ? Optional.of(catalogue.stackName())
                : catalogue.find(parent.substring(0, parent.length() - 1)).map(DeployedResource::physicalId);
        try {
            return stack.flatMap(stacks::template)
                    .map(text -> new TemplateReader().parse(text, Path.of("deployed"), "the deployed template"));
        } catch (SamException refused) {
            return Optional.empty();
        }
    }

    /** Properties of a resource; empty if they are not known. */
    Optional<MappingNode> properties(DeployedResource resource) {
        return of(resource)
                .flatMap(template -> template.resource(resource.logicalId()))
                .flatMap(body -> body.mapping("Properties"));
    }
}
