package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.ObjectRemoval;
import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.aws.RemovableStacks;
import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import io.github.sammaven.core.operate.remove.StackInventory.Found;
import io.github.sammaven.core.operate.remove.StackInventory.Root;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a stack and all that is nested in it before it goes. */
final class StackSurvey {

    private static final String STACK = "AWS::CloudFormation::Stack";
    private static final Set<String> GOING = Set.of("Delete", "Snapshot");

    private final RemovableStacks stacks;
    private final ObjectRemoval objects;
    private final EventSink events;
    private final List<Template> nested = new ArrayList<>();
    private final List<Found> resources = new ArrayList<>();
    private final Set<StoredObject> read = new HashSet<>();

    StackSurvey(RemovableStacks stacks, ObjectRemoval objects, EventSink events) {
        this.stacks = stacks;
        this.objects = objects;
        this.events = events;
    }

    StackInventory of(RemovableStack stack) {
        Optional<Root> root =
                body(stack).flatMap(body -> parsed(body, stack.name()).map(template -> new Root(body, template)));
        if (stack.status().equals("REVIEW_IN_PROGRESS")) {
            root.ifPresent(found -> uploaded(found.template()));
        } else {
            members(stack.id(), "", root.map(Root::template));
        }
        return new StackInventory(stack.id(), stack.name(), root, nested, resources);
    }

    /** What was only reviewed has its template in the change set. */
    private Optional<String> body(RemovableStack stack) {
        Optional<String> deployed = stack.status().equals("REVIEW_IN_PROGRESS")
                ? Optional.empty()
                : stacks.original(stack.id(), Optional.empty());
        return deployed.or(() -> stacks.pendingChangeSets(stack.id()).stream()
                .findFirst()
                .flatMap(changeSet -> stacks.original(stack.id(), Optional.of(changeSet))));
    }

    private Optional<Template> parsed(String body, String name) {
        try {
            return Optional.of(new TemplateReader().parse(body, Path.of("template"), "template of " + name));
        } catch (InvalidTemplateException broken) {
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    "the template of " + name + " cannot be understood; what it names is not deleted",
                    broken.problems().get(0).toString())));
            return Optional.empty();
        }
    }

    private void members(String stackId, String path, Optional<Template> original) {
        Optional<Template> processed =
                stacks.processed(stackId).flatMap(body -> parsed(body, stackId)).or(() -> original);
        for (StackResource resource : stacks.resources(stackId)) {
            String name = path + resource.logicalId();
            boolean retained =
                    processed.filter(template -> stays(template, resource)).isPresent();
            resources.add(new Found(name, resource, retained));
            if (resource.type().equals(STACK)
                    && !retained
                    && resource.physicalId().startsWith("arn:")) {
                Optional<Template> child =
                        stacks.original(resource.physicalId(), Optional.empty()).flatMap(body -> parsed(body, name));
                child.ifPresent(nested::add);
                members(resource.physicalId(), name + "/", child);
            }
        }
    }

    private static boolean stays(Template template, StackResource resource) {
        return template.resource(resource.logicalId()).flatMap(body -> body.text("DeletionPolicy")).stream()
                .anyMatch(policy -> !GOING.contains(policy));
    }

    /** Templates of stacks that were never made are only where they were uploaded to. */
    private void uploaded(Template template) {
        for (StoredObject object : new NamedArtifacts(template, none -> false).objects()) {
            if (object.key().endsWith(".template") && read.add(object)) {
                objects.text(object.bucket(), object.key())
                        .flatMap(body -> parsed(body, object.shown()))
                        .ifPresent(child -> {
                            nested.add(child);
                            uploaded(child);
                        });
            }
        }
    }
}
