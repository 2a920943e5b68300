package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.work.ParallelWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Works out which archives are needed: one for each distinct content. */
final class ArchivePlan {

    private final PackageRequest request;
    private final ArchiveSourceReader reader;

    ArchivePlan(PackageRequest request) {
        this.request = request;
        this.reader = new ArchiveSourceReader(request.template().folder(), new ArchiveFolder(request.archiveFolder()));
    }

    /**
     * @param problems receives what cannot be packaged
     * @return in the order of their first users
     */
    List<Archive> archives(List<LocalReference> references, List<Problem> problems) {
        Map<Path, ArchiveSourceReader.Result> looked = lookAtEachPathOnce(references);
        Map<String, ArchiveSource> sources = new LinkedHashMap<>();
        Map<String, List<LocalReference>> users = new LinkedHashMap<>();
        for (LocalReference reference : references) {
            ArchiveSourceReader.Result result = looked.get(reference.path());
            result.faults().forEach(fault -> problems.add(reference.problem(fault)));
            result.source().ifPresent(source -> {
                String hash = hash(source, sources);
                sources.putIfAbsent(hash, source);
                users.computeIfAbsent(hash, unused -> new ArrayList<>()).add(reference);
            });
        }
        List<Archive> archives = new ArrayList<>();
        sources.forEach((hash, source) -> archives.add(new Archive(source, hash, users.get(hash))));
        return archives;
    }

    private Map<Path, ArchiveSourceReader.Result> lookAtEachPathOnce(List<LocalReference> references) {
        record Looked(Path path, ArchiveSourceReader.Result result) {}
        List<Callable<Looked>> tasks = new ArrayList<>();
        references.stream()
                .map(LocalReference::path)
                .distinct()
                .forEach(path -> tasks.add(() -> new Looked(path, look(path))));
        Map<Path, ArchiveSourceReader.Result> results = new HashMap<>();
        new ParallelWork<>(tasks).run(looked -> results.put(looked.path(), looked.result()));
        return results;
    }

    /** Folders that differ in executable bits alone need two keys, or one of the two would get the other's archive. */
    private String hash(ArchiveSource source, Map<String, ArchiveSource> others) {
        ArchiveSource other = others.get(source.hash());
        boolean differs = other != null && !other.hashWithModes().equals(source.hashWithModes());
        return request.options().modesInKey() || differs ? source.hashWithModes() : source.hash();
    }

    private ArchiveSourceReader.Result look(Path path) {
        if (request.archiveFolder().startsWith(path)) {
            return ArchiveSourceReader.Result.fault(
                    "refers to a folder that holds the output of the build: " + reader.shown(path),
                    "give the code a folder of its own");
        }
        try {
            return reader.read(path);
        } catch (IOException failure) {
            throw new SamException(path + " cannot be read: " + failure.getMessage(), "", failure);
        }
    }
}
