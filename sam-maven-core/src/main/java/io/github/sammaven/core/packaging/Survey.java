package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.ArtifactSlots;
import io.github.sammaven.core.packaging.cdk.CdkTemplate;
import io.github.sammaven.core.packaging.loop.Turns;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what a template and those nested in it name on this machine. Nested templates count whatever their conditions are:
 * the packaged template may be deployed with other values.
 */
final class Survey {

    /** CloudFormation quota: resources in one operation on nested stacks. */
    private static final int MAX_STACKS = 2500;

    /** What CloudFormation takes; ids become names of files. */
    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]+");

    private final PackageRequest request;
    private final SlotReader.BuiltArtifacts built;
    private final List<SurveyedStack> stacks = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<Path, Optional<Template>> parsed = new HashMap<>();

    private Survey(PackageRequest request) {
        this.request = request;
        this.built = new SlotReader.BuiltArtifacts(
                request.artifacts().stream().collect(Collectors.toMap(BuiltArtifact::id, Function.identity())),
                request.images());
    }

    static Survey of(PackageRequest request) {
        Survey survey = new Survey(request);
        Stack root = request.stacks().root();
        survey.look(
                SurveyedStack.Place.ROOT,
                root.template(),
                root.resolver(),
                Set.of(real(root.template().path())));
        return survey;
    }

    /** Each stack before those nested in it, the root first. */
    List<SurveyedStack> stacks() {
        return stacks;
    }

    /** What cannot be packaged. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void look(SurveyedStack.Place place, Template written, TemplateResolver resolver, Set<Path> within) {
        Template template = written.withRoot(CdkTemplate.normalised(written.root()));
        SlotReader reader = new SlotReader(place, template.folder(), new Turns(resolver), built, problems);
        List<SurveyedStack.Slot> slots = new ArrayList<>();
        ArtifactSlots.of(template).forEach(slot -> reader.read(slot).ifPresent(slots::add));
        SurveyedStack stack = new SurveyedStack(place, template, slots);
        stacks.add(stack);
        problems.addAll(new LoopCheck(stack).problems());
        stack.references().stream()
                .filter(reference -> reference.kind() == ArtifactKind.NESTED_TEMPLATE)
                .forEach(reference -> nested(place, template, reference, within));
    }

    private void nested(SurveyedStack.Place around, Template parent, LocalReference reference, Set<Path> within) {
        String ownId = reference.id().substring(reference.id().lastIndexOf('/') + 1);
        if (!LOGICAL_ID.matcher(ownId).matches()) {
            problems.add(
                    reference.problem(new Fault("belongs to what is no logical id", "use letters and digits only")));
        } else if (!Files.isRegularFile(reference.path())) {
            problems.add(reference.problem(new Fault(
                    "is neither the S3 URL nor the path of a template: " + reference.source(),
                    "paths count from the folder of the template; this one is " + reference.path())));
        } else if (within.contains(real(reference.path()))) {
            problems.add(reference.problem(new Fault("nests the template in itself: " + reference.source(), "")));
        } else if (stacks.size() >= MAX_STACKS) {
            problems.add(reference.problem(new Fault("is one of more than " + MAX_STACKS + " nested stacks", "")));
        } else {
            template(parent, reference).ifPresent(template -> {
                Set<Path> deeper = new LinkedHashSet<>(within);
                deeper.add(real(reference.path()));
                look(around.of(reference), template, resolver(reference, template), deeper);
            });
        }
    }

    /** As the tree of stacks has it, with what the stack around gives its parameters; loops hide stacks from the tree. */
    private TemplateResolver resolver(LocalReference reference, Template template) {
        return request.stacks()
                .stack(reference.id())
                .map(Stack::resolver)
                .orElseGet(() -> new TemplateResolver(
                        template, request.stacks().root().values().forTemplate(Map.of(), Map.of())));
    }

    private Optional<Template> template(Template parent, LocalReference reference) {
        return request.stacks()
                .stack(reference.id())
                .map(Stack::template)
                .filter(known -> known.path().equals(reference.path()))
                .or(() -> parsed.computeIfAbsent(real(reference.path()), path -> read(parent, reference)));
    }

    private Optional<Template> read(Template parent, LocalReference reference) {
        String shown = Path.of(parent.root().mark().file())
                .resolveSibling(reference.source())
                .normalize()
                .toString();
        try {
            return Optional.of(new TemplateReader().read(reference.path(), shown));
        } catch (SamException broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }
}
