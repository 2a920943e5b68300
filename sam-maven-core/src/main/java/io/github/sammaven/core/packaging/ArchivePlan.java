package io.github.sammaven.core.packaging;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Works out which archives are needed: one for each distinct content. */
final class ArchivePlan {

    private final PackageOptions options;
    private final ArchiveSourceReader reader;

    ArchivePlan(PackageRequest request) {
        this.options = request.options();
        this.reader = new ArchiveSourceReader(request.template().folder());
    }

    /** @param problems receives what cannot be packaged */
    List<Archive> archives(List<LocalReference> references, List<Problem> problems) {
        Map<Path, List<LocalReference>> byPath = new LinkedHashMap<>();
        references.forEach(reference -> byPath.computeIfAbsent(reference.path(), path -> new ArrayList<>())
                .add(reference));
        Map<String, List<LocalReference>> users = new LinkedHashMap<>();
        Map<String, ArchiveSource> sources = new LinkedHashMap<>();
        List<Callable<Looked>> tasks = new ArrayList<>();
        byPath.forEach((path, sharers) -> tasks.add(() -> new Looked(sharers, look(path))));
        new ParallelWork<>(tasks).run(looked -> {
            looked.result().faults().forEach(fault -> looked.users()
                    .forEach(user -> problems.add(user.problem(fault))));
            looked.result().source().ifPresent(source -> {
                String hash = hash(source, sources);
                sources.putIfAbsent(hash, source);
                users.computeIfAbsent(hash, unused -> new ArrayList<>()).addAll(looked.users());
            });
        });
        List<Archive> archives = new ArrayList<>();
        sources.forEach((hash, source) -> archives.add(new Archive(source, hash, users.get(hash))));
        return archives;
    }

    private record Looked(List<LocalReference> users, ArchiveSourceReader.Result result) {}

    /** Folders that differ in executable bits alone need two keys, or one of the two would get the other's archive. */
    private String hash(ArchiveSource source, Map<String, ArchiveSource> others) {
        ArchiveSource other = others.get(source.hash());
        boolean differs = other != null && !other.hashWithModes().equals(source.hashWithModes());
        return options.modesInKey() || differs ? source.hashWithModes() : source.hash();
    }

    private ArchiveSourceReader.Result look(Path path) {
        try {
            return reader.read(path);
        } catch (IOException failure) {
            throw new SamException(path + " cannot be read: " + failure.getMessage(), "", failure);
        }
    }
}
