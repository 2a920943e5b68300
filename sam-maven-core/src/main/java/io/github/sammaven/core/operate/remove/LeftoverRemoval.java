package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.ImageRemoval;
import io.github.sammaven.core.aws.ObjectVersion;
import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import io.github.sammaven.core.operate.remove.Leftover.StoredRepository;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Deletes what a stack has left behind, once nothing of the stack needs it any more. */
final class LeftoverRemoval {

    private static final String REPOSITORY = "AWS::ECR::Repository";

    private final RemoveServices services;
    private final Leftovers leftovers;
    private final CompanionNames companionNames;
    private final List<Problem> problems = new ArrayList<>();
    private int objectCount;
    private int imageCount;

    LeftoverRemoval(RemoveServices services, Leftovers leftovers) {
        this.services = services;
        this.leftovers = leftovers;
        this.companionNames = new CompanionNames(leftovers.stackName());
    }

    /**
     * What happened.
     *
     * @param kept what other stacks refer to
     * @param unknown why it is not known what other stacks refer to; nothing was deleted then
     * @param problems what could not be deleted
     */
    record Done(int objects, int images, List<String> kept, Optional<Problem> unknown, List<Problem> problems) {

        boolean isComplete() {
            return unknown.isEmpty() && problems.isEmpty();
        }
    }

    Done run() {
        Set<StoredObject> objects = new LinkedHashSet<>(leftovers.objects());
        leftovers.prefix().ifPresent(prefix -> objects.addAll(below(prefix)));
        Set<StoredImage> images = ourImages();
        Set<StoredRepository> repositories = repositories();
        Set<Leftover> all = new LinkedHashSet<>(objects);
        all.addAll(images);
        all.addAll(repositories);
        if (all.isEmpty()) {
            removeCompanion(repositories, Set.of());
            return done(List.of(), Optional.empty());
        }
        Set<Leftover> used;
        try {
            used = new OtherStacks(services.stacks(), this::isOurs).using(all);
        } catch (SamException unreadable) {
            return done(List.of(), Optional.of(unreadable.problems().get(0)));
        }
        objects.removeAll(used);
        images.removeAll(used);
        removeObjects(objects);
        removeImages(images);
        removeCompanion(repositories, used);
        return done(used.stream().map(Leftover::shown).sorted().toList(), Optional.empty());
    }

    private Done done(List<String> kept, Optional<Problem> unknown) {
        return new Done(objectCount, imageCount, kept, unknown, problems);
    }

    /** A stack may still be going while another that is nested in it is shown. */
    private boolean isOurs(RemovableStack stack) {
        String id = leftovers.stackId();
        return stack.id().equals(id)
                || stack.rootId().filter(id::equals).isPresent()
                || stack.parentId().filter(id::equals).isPresent()
                || stack.name().equals(companionNames.stackName());
    }

    private Set<StoredObject> below(StoredObject prefix) {
        Set<StoredObject> found = new LinkedHashSet<>();
        trying(() -> {
            services.objects()
                    .versions(
                            prefix.bucket(),
                            prefix.key(),
                            page -> page.forEach(
                                    version -> found.add(new StoredObject(prefix.bucket(), version.key()))));
            return true;
        });
        return found;
    }

    /** A person may point at an image by its digest too; only tags tell whose it is. */
    private Set<StoredImage> ourImages() {
        Set<StoredImage> ours = new LinkedHashSet<>();
        for (StoredImage image : leftovers.images()) {
            if (!image.isDigest()
                    || trying(() -> services.images().tags(image.account(), image.repository(), image.name()).stream()
                            .anyMatch(ImageAddress::isMadeFromContent))) {
                ours.add(image);
            }
        }
        return ours;
    }

    private void removeObjects(Set<StoredObject> objects) {
        Map<String, Set<String>> byBucket = new TreeMap<>();
        objects.forEach(object -> byBucket.computeIfAbsent(object.bucket(), none -> new TreeSet<>())
                .add(object.key()));
        byBucket.forEach((bucket, keys) -> trying(() -> {
            removeKeys(bucket, keys);
            return true;
        }));
    }

    private void removeKeys(String bucket, Set<String> keys) {
        Set<String> found = new TreeSet<>();
        BucketSweep sweep = new BucketSweep(services.objects(), bucket);
        Predicate<ObjectVersion> wanted = version -> keys.contains(version.key());
        prefixes(bucket, keys).forEach(prefix -> services.objects()
                .versions(bucket, prefix, page -> page.stream().filter(wanted).forEach(version -> {
                    found.add(version.key());
                    sweep.add(version);
                })));
        List<String> refusals = sweep.finish();
        refusals.forEach(refusal -> problems.add(Problem.error(SourceMark.NONE, refusal)));
        objectCount += Math.max(0, found.size() - refusals.size());
    }

    /** One listing for a whole prefix, one for each key elsewhere. */
    private Set<String> prefixes(String bucket, Set<String> keys) {
        Optional<String> whole = leftovers
                .prefix()
                .filter(prefix -> prefix.bucket().equals(bucket))
                .map(StoredObject::key);
        Set<String> prefixes = new LinkedHashSet<>();
        whole.ifPresent(prefixes::add);
        keys.stream()
                .filter(key -> whole.isEmpty() || !key.startsWith(whole.get()))
                .forEach(prefixes::add);
        return prefixes;
    }

    private void removeImages(Set<StoredImage> images) {
        record Home(String account, String repository) {}
        Map<Home, List<String>> byHome = new LinkedHashMap<>();
        images.forEach(image -> byHome.computeIfAbsent(
                        new Home(image.account(), image.repository()), none -> new ArrayList<>())
                .add(image.name()));
        byHome.forEach((home, names) -> {
            for (int from = 0; from < names.size(); from += ImageRemoval.AT_ONCE) {
                List<String> some = names.subList(from, Math.min(names.size(), from + ImageRemoval.AT_ONCE));
                trying(() -> {
                    List<String> refusals =
                            services.images().delete(home.account(), home.repository(), new LinkedHashSet<>(some));
                    refusals.forEach(refusal -> problems.add(Problem.error(SourceMark.NONE, refusal)));
                    imageCount += some.size() - refusals.size();
                    return true;
                });
            }
        });
    }

    private Set<StoredRepository> repositories() {
        Set<StoredRepository> found = new LinkedHashSet<>();
        trying(() -> {
            services.stacks().resources(companionNames.stackName()).stream()
                    .filter(resource -> resource.type().equals(REPOSITORY))
                    .filter(resource -> !resource.physicalId().isEmpty())
                    .forEach(resource -> found.add(new StoredRepository(resource.physicalId())));
            return true;
        });
        return found;
    }

    /** All of it or nothing: CloudFormation would make a repository again that its template names. */
    private void removeCompanion(Set<StoredRepository> repositories, Set<Leftover> used) {
        if (repositories.stream().noneMatch(used::contains)) {
            trying(() -> {
                services.companion().apply(leftovers.stackName()).removeObsolete(List.of());
                return true;
            });
        }
    }

    /** What fails does not keep the rest from being deleted. */
    private boolean trying(Supplier<Boolean> step) {
        try {
            return step.get();
        } catch (SamException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            problems.addAll(failure.problems());
            return false;
        }
    }
}
