package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.packaging.artifact.S3Object;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.work.ParallelWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Packages the templates of nested stacks, the innermost first: only when one is where it belongs can the one around it
 * name it. Equal ones are uploaded once.
 */
final class NestedTemplates {

    private final PackageServices services;
    private final PackageRequest request;
    private final StackLocations locations;
    private final Map<String, Outcome> uploaded = new LinkedHashMap<>();

    NestedTemplates(PackageServices services, PackageRequest request, StackLocations locations) {
        this.services = services;
        this.request = request;
        this.locations = locations;
    }

    private record Written(SurveyedStack stack, Path file, String key) {

        LocalReference origin() {
            return stack.place().origin().orElseThrow();
        }
    }

    /** @param stacks all of them; the root is left out */
    List<PackagedFile> deliver(List<SurveyedStack> stacks) {
        Map<Integer, List<SurveyedStack>> byDepth = new TreeMap<>((first, second) -> second - first);
        stacks.stream().filter(stack -> stack.place().depth() > 0).forEach(stack -> byDepth.computeIfAbsent(
                        stack.place().depth(), depth -> new ArrayList<>())
                .add(stack));
        List<PackagedFile> delivered = new ArrayList<>();
        byDepth.values().forEach(level -> level(level, delivered));
        return delivered;
    }

    private void level(List<SurveyedStack> stacks, List<PackagedFile> delivered) {
        List<Written> written = stacks.stream().map(this::write).toList();
        services.store().ifPresent(store -> upload(store, written));
        for (Written template : written) {
            LocalReference origin = template.origin();
            locations.put(origin, location(template));
            delivered.add(packaged(template, origin));
        }
    }

    private Written write(SurveyedStack stack) {
        Path file = request.packagedFile(stack.place().path());
        new PackagedText().write(locations.writtenInto(stack), file);
        try {
            return new Written(stack, file, UploadedTemplates.key(request.options(), file));
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private void upload(ArtifactStore store, List<Written> level) {
        record Uploaded(String key, Outcome outcome) {}
        UploadedTemplates templates = new UploadedTemplates(store, request.options());
        Map<String, Path> files = new LinkedHashMap<>();
        level.stream()
                .filter(template -> !uploaded.containsKey(template.key()))
                .forEach(template -> files.putIfAbsent(template.key(), template.file()));
        List<Callable<Uploaded>> tasks = new ArrayList<>();
        files.forEach((key, file) -> tasks.add(() -> new Uploaded(key, templates.upload(key, file))));
        new ParallelWork<>(tasks).run(done -> uploaded.put(done.key(), done.outcome()));
    }

    private Node location(Written template) {
        LocalReference origin = template.origin();
        return services.store()
                .map(store -> origin.slot()
                        .property()
                        .form()
                        .location(
                                new S3Object(
                                        store.bucket(), template.key(), store.url(template.key()), Optional.empty()),
                                origin.mark()))
                .orElseGet(
                        () -> ScalarNode.string(request.seenFrom(origin.stack()).to(template.file()), origin.mark()));
    }

    private PackagedFile packaged(Written template, LocalReference origin) {
        try {
            return new PackagedFile(
                    List.of(origin.id()),
                    origin.source(),
                    template.file(),
                    template.key(),
                    Files.size(template.file()),
                    uploaded.getOrDefault(template.key(), Outcome.LOCAL));
        } catch (IOException failure) {
            throw unreadable(template.file(), failure);
        }
    }

    private static SamException unreadable(Path file, IOException failure) {
        return new SamException(file + " cannot be read: " + failure.getMessage(), "", failure);
    }
}
