package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.packaging.artifact.ArtifactKind;
import io.github.sammaven.core.packaging.artifact.S3Object;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.work.ParallelWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Packages a template and those nested in it: brings everything they name on this machine into the bucket, as far as it
 * is not there yet, and gives back the template with the locations. Each distinct content is zipped and uploaded once,
 * however many resources of whatever stack share it; nothing is uploaded before all of them have been looked at.
 */
public final class Packager {

    private final PackageServices services;
    private final EventSink events;

    /** @param events receives one event for each artifact and nested template, in template order */
    public Packager(PackageServices services, EventSink events) {
        this.services = services;
        this.events = events;
    }

    /** Without images and signatures; see {@link PackageServices}. */
    public Packager(Optional<ArtifactStore> store, EventSink events) {
        this(PackageServices.of(store), events);
    }

    /**
     * @throws InvalidTemplateException naming everything in any template that is absent, empty, unreadable or too big,
     *     and images that cannot be pushed
     * @throws SamException if something cannot be written, uploaded, pushed or signed; what was uploaded by then stays and
     *     is found by the next run
     */
    public PackagedTemplate pack(PackageRequest request) {
        Survey survey = Survey.of(request);
        List<Problem> problems = new ArrayList<>(survey.problems());
        List<LocalReference> references = survey.stacks().stream()
                .flatMap(stack -> stack.references().stream())
                .filter(reference -> reference.kind() != ArtifactKind.NESTED_TEMPLATE)
                .toList();
        ArchiveFolder kept = new ArchiveFolder(request.archiveFolder());
        List<Artifact> artifacts = new ArtifactPlan(request, kept, services::signs).artifacts(references, problems);
        new SizeCheck(request.functions()).check(artifacts, problems);
        problems.addAll(imageProblems(survey));
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new InvalidTemplateException(
                    problems.stream().distinct().sorted().toList());
        }
        problems.forEach(warning -> events.accept(new Warning(warning)));
        PackagedTemplate packaged = deliver(survey, artifacts, kept, request);
        kept.removeUnused();
        return packaged;
    }

    private List<Problem> imageProblems(Survey survey) {
        if (services.store().isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (SurveyedStack stack : survey.stacks()) {
            for (LocalImage image : stack.images()) {
                if (image.isAbsent()) {
                    problems.add(image.absent());
                } else if (services.images().isEmpty()) {
                    problems.add(image.withoutRepository());
                }
            }
        }
        return problems;
    }

    private PackagedTemplate deliver(
            Survey survey, List<Artifact> artifacts, ArchiveFolder kept, PackageRequest request) {
        StackLocations locations = new StackLocations();
        ArtifactDelivery delivery = new ArtifactDelivery(services, request.options(), kept);
        List<Callable<Runnable>> tasks = new ArrayList<>();
        List<PackagedArchive> archives = new ArrayList<>();
        List<PackagedFile> files = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            tasks.add(() -> {
                ArtifactDelivery.Delivered delivered = delivery.deliver(artifact);
                return () -> {
                    delivered.archive().ifPresent(archives::add);
                    delivered.asIs().ifPresent(files::add);
                    artifact.users().forEach(user -> locations.put(user, location(user, delivered, request)));
                    events.accept(delivered.event());
                };
            });
        }
        survey.stacks().forEach(stack -> stack.images().stream()
                .filter(image -> !image.isAbsent())
                .forEach(image -> tasks.add(() -> {
                    Node uri = ScalarNode.string(
                            published(image, request), image.slot().mark());
                    return () -> locations.put(image, uri);
                })));
        new ParallelWork<>(tasks).run(Runnable::run);
        List<PackagedFile> nested = new NestedTemplates(services, request, locations).deliver(survey.stacks());
        nested.forEach(template -> events.accept(ArtifactDelivery.Delivered.event(template, Duration.ZERO)));
        Template root = locations.writtenInto(survey.stacks().get(0));
        return new PackagedTemplate(root, archives, files, nested);
    }

    private String published(LocalImage image, PackageRequest request) {
        return services.store()
                .flatMap(store -> services.images())
                .map(publisher -> publisher.publish(image.id(), image.name()))
                .or(() -> image.file().map(request.seenFrom(image.stack())::to))
                .orElse(image.image());
    }

    private static Node location(LocalReference user, ArtifactDelivery.Delivered delivered, PackageRequest request) {
        S3Object object = delivered.objects().get(user.id());
        return object == null
                ? ScalarNode.string(request.seenFrom(user.stack()).to(delivered.file()), user.mark())
                : user.slot().property().form().location(object, user.mark());
    }
}
