package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The engine of this machine, and what tests make in it: images carry a label of their test class, and go away with it.
 * Tests are skipped, with the reason, where there is no engine.
 */
public final class LocalImages implements AutoCloseable {

    private static final String LABEL = "io.github.sammaven.test";

    private final String owner;
    private final DockerConnection connection = DockerConnection.prepare(System.getenv(), "");
    private final DockerImageEngine engine = new DockerImageEngine(System.getenv());

    /** @param owner the test class */
    public LocalImages(Class<?> owner) {
        this.owner = owner.getSimpleName().toLowerCase(Locale.ROOT) + "-"
                + ProcessHandle.current().pid();
        Optional<String> silent = silent();
        silent.ifPresent(reason -> System.err.println("SKIPPED: " + owner.getSimpleName() + ". " + reason));
        Assumptions.assumeTrue(silent.isEmpty(), () -> silent.orElse(""));
    }

    private Optional<String> silent() {
        try {
            engine.find("sam-maven-test/none");
            return Optional.empty();
        } catch (SamException e) {
            return Optional.of(e.getMessage());
        }
    }

    public DockerImageEngine engine() {
        return engine;
    }

    /** {@code name=value} that every image of the test must have. */
    public String label() {
        return LABEL + "=" + owner;
    }

    /** Takes a name away, or the image itself if it is an id. */
    public void remove(String reference) {
        try {
            connection.client().removeImageCmd(reference).withForce(true).exec();
        } catch (NotFoundException e) {
            return;
        }
    }

    /** Writes an archive as {@code docker save} does. */
    public void save(String name, Path file) {
        try (InputStream archive = connection.client().saveImageCmd(name).exec()) {
            Files.copy(archive, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels of an image. */
    public Map<String, String> labels(String name) {
        return connection.client().inspectImageCmd(name).exec().getConfig().getLabels();
    }

    @Override
    public void close() {
        int left = Integer.MAX_VALUE;
        List<Image> made = made();
        while (made.size() < left) {
            left = made.size();
            made.forEach(this::removeUnlessBase);
            made = made();
        }
        connection.close();
        engine.close();
    }

    private List<Image> made() {
        return connection
                .client()
                .listImagesCmd()
                .withLabelFilter(Map.of(LABEL, owner))
                .exec();
    }

    private void removeUnlessBase(Image image) {
        try {
            remove(image.getId());
        } catch (ConflictException e) {
            // Another image begins with it: it goes in the next round.
            return;
        }
    }
}
