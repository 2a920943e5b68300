package io.github.sammaven.core.packaging;

import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.ArtifactSlots;
import io.github.sammaven.core.packaging.artifact.ArtifactTable;
import io.github.sammaven.core.packaging.artifact.WrittenLocation;
import io.github.sammaven.core.packaging.loop.LoopMappings;
import io.github.sammaven.core.packaging.loop.Turns;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template still names on this machine, which a deployment could not read. */
final class LocalRemains {

    private static final String WAY_OUT = "package with -Dsam.upload=true -Dsam.s3Bucket=BUCKET before deploying";

    private final Template template;
    private final List<SlotUse> uses;

    LocalRemains(Template template) {
        this.template = template;
        SlotReader reader = new SlotReader(
                SurveyedStack.Place.ROOT,
                template.folder(),
                new Turns(new TemplateResolver(template, LocalValues.defaults())),
                new SlotReader.BuiltArtifacts(Map.of(), Map.of()),
                new ArrayList<>());
        uses = ArtifactSlots.of(template).stream()
                .flatMap(slot -> reader.read(slot).stream())
                .flatMap(slot -> slot.uses().stream())
                .toList();
    }

    /** The first function or layer whose code is not in S3. */
    Optional<String> functionWithLocalCode() {
        return uses.stream()
                .filter(LocalReference.class::isInstance)
                .map(LocalReference.class::cast)
                .filter(reference -> reference.kind() == ArtifactKind.CODE)
                .map(LocalReference::shownId)
                .findFirst();
    }

    /** An error for everything else, sorted by place. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (SlotUse use : uses) {
            if (use instanceof LocalReference reference) {
                problems.add(
                        reference.problem(new Fault("is a local file, not in S3: " + reference.source(), WAY_OUT)));
            } else if (use instanceof LocalImage image && !image.isAbsent()) {
                problems.add(image.withoutRepository());
            }
        }
        template.section("Mappings").forEach((name, mapping) -> mapping.asMapping()
                .filter(found -> LoopMappings.isName(name))
                .ifPresent(found -> found.entries().values().forEach(entry -> inMapping(name, entry, problems))));
        return problems.stream().sorted().toList();
    }

    /** The locations of what is in loops. */
    private static void inMapping(String name, Node entry, List<Problem> problems) {
        entry.asMapping().map(MappingNode::entries).orElse(Map.of()).forEach((key, value) -> {
            Optional<String> text = value.asText();
            Optional<ArtifactKind> kind = ArtifactTable.kindNamed(key);
            if (text.isPresent()
                    && kind.isPresent()
                    && WrittenLocation.of(text.get(), kind.get()) == WrittenLocation.LOCAL) {
                problems.add(Problem.error(
                        value.mark(),
                        "the mapping " + name + " names a local file, not in S3: " + text.get(),
                        WAY_OUT));
            }
        });
    }
}
