package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.ignore.SecretFiles;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.work.ParallelWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Works out what is to be uploaded: each distinct content once, however many resources of any stack share it. */
final class ArtifactPlan {

    private static final String SIGNED = ".zip";

    private final PackageRequest request;
    private final Predicate<String> signs;
    private final ContentReader reader;
    private final Map<String, Content> byHash = new HashMap<>();

    /**
     * @param kept knows the hashes of what has not changed
     * @param signs whether the code of a resource is going to be signed
     */
    ArtifactPlan(PackageRequest request, ArchiveFolder kept, Predicate<String> signs) {
        this.request = request;
        this.signs = signs;
        this.reader = new ContentReader(
                request.template().folder(),
                request.archiveFolder(),
                new SourceRules(
                        Optional.ofNullable(request.archiveFolder().getParent()),
                        new SecretFiles(request.options().allowedSecrets())),
                kept);
    }

    private record Place(Path path, ArtifactKind kind) {

        static Place of(LocalReference reference) {
            return new Place(reference.path(), reference.kind());
        }
    }

    /**
     * @param references of all stacks, without nested templates
     * @param problems receives what cannot be packaged
     * @return in the order of their first users
     */
    List<Artifact> artifacts(List<LocalReference> references, List<Problem> problems) {
        Map<Place, ContentReader.Result> looked = lookAtEachPlaceOnce(references);
        Map<String, Content> contents = new LinkedHashMap<>();
        Map<String, List<LocalReference>> users = new HashMap<>();
        Set<String> signed = new HashSet<>();
        for (LocalReference reference : references) {
            ContentReader.Result result = looked.get(Place.of(reference));
            result.faults().forEach(fault -> problems.add(reference.problem(fault)));
            result.content().ifPresent(content -> {
                boolean sign = reference.kind() == ArtifactKind.CODE && signs.test(reference.id());
                String name = hash(content) + extension(reference, sign);
                if (sign) {
                    signed.add(name);
                }
                contents.merge(name, content, ArtifactPlan::moreTelling);
                users.computeIfAbsent(name, unused -> new ArrayList<>()).add(reference);
            });
        }
        return contents.entrySet().stream()
                .map(entry -> new Artifact(
                        entry.getValue(), entry.getKey(), signed.contains(entry.getKey()), users.get(entry.getKey())))
                .toList();
    }

    private Map<Place, ContentReader.Result> lookAtEachPlaceOnce(List<LocalReference> references) {
        record Looked(Place place, ContentReader.Result result) {}
        List<Callable<Looked>> tasks = new ArrayList<>();
        references.stream()
                .map(Place::of)
                .distinct()
                .forEach(place -> tasks.add(() -> new Looked(place, reader.read(place.path(), place.kind()))));
        Map<Place, ContentReader.Result> results = new HashMap<>();
        new ParallelWork<>(tasks).run(looked -> results.put(looked.place(), looked.result()));
        return results;
    }

    /** Folders that differ in executable bits alone need two keys, or one of the two would get the other's archive. */
    private String hash(Content content) {
        Content other = byHash.putIfAbsent(content.hash(), content);
        boolean differs = other != null && !other.hashWithModes().equals(content.hashWithModes());
        return request.options().modesInKey() || differs ? content.hashWithModes() : content.hash();
    }

    private static String extension(LocalReference reference, boolean sign) {
        if (sign) {
            return SIGNED;
        }
        return reference.kind() == ArtifactKind.VERBATIM_TEMPLATE ? UploadedTemplates.EXTENSION : "";
    }

    /** The same bytes as an archive, of which more is known, and as any file. */
    private static Content moreTelling(Content first, Content second) {
        return first instanceof Content.Zipped ? first : second;
    }
}
