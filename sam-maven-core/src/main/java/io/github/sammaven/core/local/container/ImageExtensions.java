package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.files.TarNames;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The external extensions that images bring along; each image is looked into once. */
final class ImageExtensions {

    private static final String FOLDER = "/opt/extensions";
    private static final String WITHIN = "extensions/";

    private final ContainerEngine engine;
    private final LiveContainers live;
    private final Map<String, List<String>> byImage = new ConcurrentHashMap<>();

    ImageExtensions(ContainerEngine engine, LiveContainers live) {
        this.engine = engine;
        this.live = live;
    }

    /**
     * Their names.
     *
     * @param spec of a container of the image; one is made and removed, but not started
     */
    List<String> of(ContainerSpec spec) {
        return byImage.computeIfAbsent(spec.image(), image -> look(spec));
    }

    private List<String> look(ContainerSpec spec) {
        String container = live.create(spec);
        try {
            Optional<InputStream> tar = engine.copyOut(container, FOLDER);
            if (tar.isEmpty()) {
                return List.of();
            }
            try (InputStream bytes = tar.get()) {
                return TarNames.of(bytes).stream()
                        .filter(name -> name.startsWith(WITHIN) && name.lastIndexOf('/') == WITHIN.length() - 1)
                        .map(name -> name.substring(WITHIN.length()))
                        .toList();
            }
        } catch (IOException e) {
            throw new SamException("The image " + spec.image() + " cannot be looked into: " + e.getMessage(), "", e);
        } finally {
            live.remove(container);
        }
    }
}
