package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.work.ParallelWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Packages a template: makes the archives of its functions and layers, puts those into the bucket that it does not have
 * yet, and gives back the template with their locations. Each distinct content is zipped and uploaded once, however many
 * resources share it; nothing is uploaded before all of them have been looked at.
 */
public final class Packager {

    private final Optional<ArtifactStore> store;
    private final EventSink events;

    /**
     * @param store where archives go; if empty, they stay on this machine and neither credentials nor a network are used
     * @param events receives one event for each archive, in template order
     */
    public Packager(Optional<ArtifactStore> store, EventSink events) {
        this.store = store;
        this.events = events;
    }

    /**
     * @throws InvalidTemplateException naming everything that is absent, empty, unreadable or too big, and local files
     *     that are needed in S3 and not packaged; without a store those are warnings, and their paths are rewritten
     * @throws SamException if an archive cannot be written or uploaded; what was uploaded by then stays and is found by
     *     the next run
     */
    public PackagedTemplate pack(PackageRequest request) {
        LocalReferences references = new LocalReferences(request.template(), request.artifacts());
        List<Problem> problems = new ArrayList<>(references.problems());
        ArchivePlan plan = new ArchivePlan(request);
        List<Archive> archives = plan.archives(references.found(), problems);
        new SizeCheck(request.functions()).check(archives, problems);
        LocalFiles files = new LocalFiles(request.template());
        if (store.isPresent()) {
            problems.addAll(files.errors());
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        if (store.isEmpty()) {
            files.warnings().forEach(warning -> events.accept(new Warning(warning)));
        }
        return deliver(archives, request);
    }

    private PackagedTemplate deliver(List<Archive> archives, PackageRequest request) {
        RelativePath base = new RelativePath(request.packagedTemplate().resolveSibling(""));
        ArchiveDelivery delivery = new ArchiveDelivery(store, request.options(), request.archiveFolder());
        List<Callable<ArchiveDelivery.Delivered>> tasks = new ArrayList<>();
        archives.forEach(archive -> tasks.add(() -> delivery.deliver(archive)));
        TemplateLocations locations = new TemplateLocations(store, base);
        Template template = store.isPresent() ? request.template() : new LocalFiles(request.template()).seenFrom(base);
        List<PackagedArchive> packaged = new ArrayList<>();
        new ParallelWork<>(tasks).run(delivered -> {
            packaged.add(delivered.archive());
            locations.add(delivered.users(), delivered.archive());
            events.accept(delivered.event());
        });
        delivery.removeUnused();
        return new PackagedTemplate(locations.writeInto(template), packaged);
    }
}
