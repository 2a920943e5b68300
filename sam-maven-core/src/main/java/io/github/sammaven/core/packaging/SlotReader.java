package io.github.sammaven.core.packaging;

import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.artifact.S3Object;
import io.github.sammaven.core.packaging.artifact.WrittenLocation;
import io.github.sammaven.core.packaging.loop.Loop;
import io.github.sammaven.core.packaging.loop.Turn;
import io.github.sammaven.core.packaging.loop.Turns;
import io.github.sammaven.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what the places of one template name on this machine, turn by turn where they are in loops. */
final class SlotReader {

    private final SurveyedStack.Place place;
    private final Path folder;
    private final Turns turns;
    private final BuiltArtifacts built;
    private final Collection<Problem> problems;

    /**
     * @param folder that paths count from
     * @param turns of the loops in the template
     * @param problems receives what is wrong
     */
    SlotReader(
            SurveyedStack.Place place, Path folder, Turns turns, BuiltArtifacts built, Collection<Problem> problems) {
        this.place = place;
        this.folder = folder;
        this.turns = turns;
        this.built = built;
        this.problems = problems;
    }

    /** What was built, by the id of the function or layer. */
    record BuiltArtifacts(Map<String, BuiltArtifact> code, Map<String, String> images) {

        private boolean has(String id, ArtifactKind kind) {
            return kind == ArtifactKind.CODE && code.containsKey(id)
                    || kind == ArtifactKind.IMAGE && images.containsKey(id);
        }
    }

    /** Empty if it names nothing on this machine. */
    Optional<SurveyedStack.Slot> read(ArtifactSlot slot) {
        Optional<String> text = slot.text();
        Optional<List<Turn>> known = turns.of(slot.loops());
        List<Turn> all = known.orElse(List.of(Turn.NONE));
        ArtifactKind kind = slot.property().kind();
        boolean anyBuilt = all.stream().anyMatch(turn -> built.has(place.idOf(turn.in(slot.logicalId())), kind));
        if (!anyBuilt && isWritten(slot) && (text.isEmpty() || isElsewhere(text.get(), kind))) {
            return text.flatMap(written -> inParts(slot, written));
        }
        List<Loop> deciding = slot.loops().stream()
                .filter(loop -> text.filter(loop::isUsedIn).isPresent() || anyBuilt && loop.isUsedIn(slot.logicalId()))
                .toList();
        if (known.isEmpty() && !deciding.isEmpty()) {
            problems.add(Problem.error(
                    slot.mark(),
                    slot.shown(place.shownIdOf(slot.name())) + " depends on the loop "
                            + deciding.get(0).name() + ", whose collection is known in AWS only",
                    "write the values of the collection, or give the parameter it comes from a value"));
            return Optional.empty();
        }
        List<SlotUse> uses = new ArrayList<>();
        all.forEach(turn -> use(slot, turn, text.map(turn::in)).ifPresent(uses::add));
        return uses.isEmpty() ? Optional.empty() : Optional.of(new SurveyedStack.Slot(slot, deciding, uses));
    }

    /** Whether there is a value; an empty text is none. */
    private static boolean isWritten(ArtifactSlot slot) {
        return slot.value()
                .filter(value -> value.asText().filter(String::isBlank).isEmpty())
                .isPresent();
    }

    private static boolean isElsewhere(String written, ArtifactKind kind) {
        return WrittenLocation.of(written, kind) == WrittenLocation.REMOTE;
    }

    /** {@code s3://} where only a mapping will do. */
    private static Optional<SurveyedStack.Slot> inParts(ArtifactSlot slot, String written) {
        return Optional.of(slot.property().form())
                .filter(form -> form.isMapping())
                .flatMap(form -> S3Object.of(written).map(object -> form.location(object, slot.mark())))
                .map(location ->
                        new SurveyedStack.Slot(slot, List.of(), List.of(new SlotUse.Known(slot, Turn.NONE, location))));
    }

    private Optional<SlotUse> use(ArtifactSlot slot, Turn turn, Optional<String> text) {
        String id = slot.isResource() ? place.idOf(turn.in(slot.logicalId())) : slot.logicalId();
        String shown = slot.isResource() ? place.shownIdOf(turn.in(slot.name())) : slot.name();
        ArtifactKind kind = slot.property().kind();
        if (kind == ArtifactKind.CODE && built.code().containsKey(id)) {
            BuiltArtifact artifact = built.code().get(id);
            return Optional.of(new LocalReference(
                    place.path(),
                    id,
                    shown,
                    slot,
                    turn,
                    artifact.path().toAbsolutePath().normalize(),
                    artifact.source()));
        }
        if (kind == ArtifactKind.IMAGE && built.images().containsKey(id)) {
            return Optional.of(image(id, shown, slot, turn, built.images().get(id), Optional.empty()));
        }
        if (text.isEmpty()) {
            return isWritten(slot) || !slot.property().required() ? Optional.empty() : absent(id, shown, slot, turn);
        }
        return path(slot, text.get()).flatMap(path -> written(id, shown, slot, turn, path, text.get()));
    }

    private Optional<SlotUse> written(String id, String shown, ArtifactSlot slot, Turn turn, Path path, String text) {
        LocalReference reference = new LocalReference(place.path(), id, shown, slot, turn, path, text);
        if (WrittenLocation.of(text, reference.kind()) == WrittenLocation.FOREIGN) {
            problems.add(reference.problem(
                    new Fault("is a URL that is not in S3: " + text, "use s3://BUCKET/KEY, or a local path")));
            return Optional.empty();
        }
        return Optional.of(
                slot.property().isImage()
                        ? image(id, shown, slot, turn, text, Optional.of(path).filter(Files::isRegularFile))
                        : reference);
    }

    private LocalImage image(String id, String shown, ArtifactSlot slot, Turn turn, String image, Optional<Path> file) {
        return new LocalImage(place.path(), id, shown, slot, turn, image, file);
    }

    private Optional<Path> path(ArtifactSlot slot, String text) {
        try {
            return Optional.of(
                    folder.resolve(WrittenLocation.path(text, slot.property().kind()))
                            .normalize());
        } catch (InvalidPathException noPath) {
            problems.add(Problem.error(
                    slot.mark(), slot.shown(place.shownIdOf(slot.name())) + " is no path: " + noPath.getReason(), ""));
            return Optional.empty();
        }
    }

    private Optional<SlotUse> absent(String id, String shown, ArtifactSlot slot, Turn turn) {
        if (slot.property().isImage()) {
            return Optional.of(image(id, shown, slot, turn, "", Optional.empty()));
        }
        problems.add(Problem.error(
                slot.mark(),
                shown + " has no " + slot.property().name(),
                "name the folder, jar or zip that holds its code; . stands for the folder of the template"));
        return Optional.empty();
    }
}
