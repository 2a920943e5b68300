package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import io.github.sammaven.core.packaging.artifact.ArtifactSlot;
import io.github.sammaven.core.packaging.artifact.ArtifactSlots;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds in a packaged template what packaging has uploaded for it. What a person has put somewhere and only points at has
 * no name made from its content; it is {@link #foreign()} and never deleted.
 */
final class NamedArtifacts {

    private static final String DELETION_POLICY = "DeletionPolicy";

    private final Template template;
    private final Predicate<String> retained;
    private final Set<StoredObject> objects = new LinkedHashSet<>();
    private final Set<StoredImage> images = new LinkedHashSet<>();
    private final Set<String> foreign = new LinkedHashSet<>();

    /** @param retained logical ids of resources that stay, and keep their code, whatever the template says */
    NamedArtifacts(Template template, Predicate<String> retained) {
        this.template = template;
        this.retained = retained;
        ArtifactSlots.of(template).stream().filter(slot -> !stays(slot)).forEach(this::add);
    }

    Set<StoredObject> objects() {
        return objects;
    }

    Set<StoredImage> images() {
        return images;
    }

    Set<String> foreign() {
        return foreign;
    }

    private boolean stays(ArtifactSlot slot) {
        if (!slot.isResource()) {
            return false;
        }
        return retained.test(slot.logicalId())
                || resource(slot).flatMap(resource -> resource.get(DELETION_POLICY)).stream()
                        .anyMatch(policy ->
                                !policy.asText().filter("Delete"::equals).isPresent());
    }

    /** Within a loop it is further down. */
    private Optional<Node> at(List<String> path) {
        Optional<Node> node = Optional.of(template.root());
        for (String key : path) {
            node = node.flatMap(parent -> child(parent, key));
        }
        return node;
    }

    private Optional<MappingNode> resource(ArtifactSlot slot) {
        int properties = slot.path().indexOf("Properties");
        return properties < 0
                ? Optional.empty()
                : at(slot.path().subList(0, properties)).flatMap(Node::asMapping);
    }

    private static Optional<Node> child(Node parent, String key) {
        if (parent instanceof SequenceNode sequence) {
            int index = Integer.parseInt(key);
            return index < sequence.items().size()
                    ? Optional.of(sequence.items().get(index))
                    : Optional.empty();
        }
        return parent.asMapping().flatMap(mapping -> mapping.get(key));
    }

    private void add(ArtifactSlot slot) {
        slot.value().ifPresent(value -> collect(value, slot.property().isImage()));
    }

    private void collect(Node value, boolean image) {
        Optional<String> text = value.asText();
        if (text.isPresent()) {
            addText(text.get(), image);
            return;
        }
        value.asMapping().ifPresent(mapping -> Intrinsic.of(mapping)
                .ifPresentOrElse(call -> collectLooked(call, image), () -> addMapping(mapping)));
    }

    /** Packaging gives each turn of a loop a value in a mapping of its own. */
    private void collectLooked(Intrinsic call, boolean image) {
        if (call.is(Intrinsic.FIND_IN_MAP)) {
            call.argument()
                    .asSequence()
                    .flatMap(arguments -> arguments.items().stream().findFirst())
                    .flatMap(Node::asText)
                    .flatMap(name -> at(List.of("Mappings", name)))
                    .ifPresent(mapping -> collectLeaves(mapping, image));
        }
    }

    private void collectLeaves(Node node, boolean image) {
        Optional<MappingNode> mapping = node.asMapping();
        if (mapping.isEmpty() || place(mapping.get()).isPresent()) {
            collect(node, image);
        } else {
            mapping.get().entries().values().forEach(child -> collectLeaves(child, image));
        }
    }

    private void addMapping(MappingNode mapping) {
        place(mapping).ifPresent(this::addObject);
    }

    private static Optional<StoredObject> place(MappingNode mapping) {
        Optional<String> bucket = mapping.text("S3Bucket").or(() -> mapping.text("Bucket"));
        Optional<String> key = mapping.text("S3Key").or(() -> mapping.text("Key"));
        return bucket.flatMap(name -> key.map(path -> new StoredObject(name, path)));
    }

    private void addText(String text, boolean image) {
        if (image) {
            ImageAddress.of(text).ifPresent(this::addImage);
        } else {
            ObjectAddress.of(text).ifPresent(this::addObject);
        }
    }

    private void addObject(StoredObject object) {
        if (ObjectAddress.isMadeFromContent(object.key())) {
            objects.add(object);
        } else {
            foreign.add(object.shown());
        }
    }

    private void addImage(StoredImage image) {
        if (image.isDigest() || ImageAddress.isMadeFromContent(image.name())) {
            images.add(image);
        } else {
            foreign.add(image.shown());
        }
    }
}
