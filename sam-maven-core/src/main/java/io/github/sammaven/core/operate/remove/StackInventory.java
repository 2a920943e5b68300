package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a stack is made of while it is still there.
 *
 * @param stackId its ARN
 * @param stackName its name
 * @param root its template as it was sent; empty if there is none that can be read
 * @param nested templates of the stacks nested in it, and in these
 * @param resources of all of them
 */
record StackInventory(
        String stackId, String stackName, Optional<Root> root, List<Template> nested, List<Found> resources) {

    StackInventory {
        nested = List.copyOf(nested);
        resources = List.copyOf(resources);
    }

    /** @param body its text, to the byte */
    record Root(String body, Template template) {}

    /**
     * A resource.
     *
     * @param path logical id, behind those of the stacks it is nested in
     * @param retained whether the template says that it stays
     */
    record Found(String path, StackResource resource, boolean retained) {

        RetainedResource shown() {
            return new RetainedResource(path, resource.physicalId(), resource.type());
        }

        boolean is(String type) {
            return resource.type().equals(type);
        }
    }

    /**
     * What is to be deleted after the stack.
     *
     * @param staying logical ids of resources that stay against their will
     */
    Leftovers leftovers(RemoveRequest request, Set<String> staying) {
        Set<StoredObject> objects = new LinkedHashSet<>();
        Set<StoredImage> images = new LinkedHashSet<>();
        root.map(found -> new NamedArtifacts(found.template(), staying::contains))
                .ifPresent(named -> {
                    objects.addAll(named.objects());
                    images.addAll(named.images());
                });
        for (Template template : nested) {
            NamedArtifacts named = new NamedArtifacts(template, none -> false);
            objects.addAll(named.objects());
            images.addAll(named.images());
        }
        Optional<StoredObject> first = firstObject();
        Optional<String> bucket = request.bucket().or(() -> first.map(StoredObject::bucket));
        String prefix =
                request.prefix().or(() -> first.map(StackInventory::folder)).orElse("");
        String before = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        if (bucket.isPresent() && root.isPresent()) {
            objects.add(new StoredObject(
                    bucket.get(), before + TemplateKey.of(root.get().body())));
        }
        boolean whole = request.options().wholePrefix() && !before.isEmpty();
        return new Leftovers(
                stackId,
                stackName,
                objects,
                images,
                whole ? bucket.map(name -> new StoredObject(name, before)) : Optional.empty());
    }

    /** Where the stack was packaged to, whatever stays of it. */
    private Optional<StoredObject> firstObject() {
        return Stream.concat(root.map(Root::template).stream(), nested.stream())
                .flatMap(template -> new NamedArtifacts(template, none -> false).objects().stream())
                .findFirst();
    }

    private static String folder(StoredObject object) {
        int slash = object.key().lastIndexOf('/');
        return slash < 0 ? "" : object.key().substring(0, slash);
    }

    /** Locations that packaging did not make up; they are a person's. */
    Set<String> foreign() {
        Set<String> all = new TreeSet<>();
        root.ifPresent(found -> all.addAll(new NamedArtifacts(found.template(), none -> false).foreign()));
        nested.forEach(template -> all.addAll(new NamedArtifacts(template, none -> false).foreign()));
        return all;
    }

    /** What is lost for good. */
    List<Found> stateful() {
        return resources.stream()
                .filter(found -> !found.retained()
                        && StatefulTypes.contains(found.resource().type()))
                .toList();
    }

    List<Found> going(String type) {
        return resources.stream()
                .filter(found -> !found.retained()
                        && found.is(type)
                        && !found.resource().physicalId().isEmpty())
                .toList();
    }

    List<Found> retained() {
        return resources.stream().filter(Found::retained).toList();
    }
}
