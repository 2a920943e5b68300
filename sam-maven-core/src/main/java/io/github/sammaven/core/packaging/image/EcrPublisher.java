package io.github.sammaven.core.packaging.image;

import io.github.sammaven.core.aws.ImageRegistry;
import io.github.sammaven.core.aws.RegistryImage;
import io.github.sammaven.core.aws.RegistryToken;
import io.github.sammaven.core.container.ImageDetails;
import io.github.sammaven.core.container.ImageEngine;
import io.github.sammaven.core.container.PushFailedException;
import io.github.sammaven.core.container.RegistryLogin;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Pauser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pushes the images of functions to their repositories, each image once; what a repository has already is not sent. May be
 * called from several threads, each with another function.
 */
public final class EcrPublisher {

    private static final Pattern ID = Pattern.compile("sha256:[0-9a-f]+|[0-9a-f]{12}|[0-9a-f]{64}");
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final ImageRepositories repositories;
    private final Reference reference;
    private final Supplier<ImageEngine> engines;
    private final ImageRegistry registry;
    private final Pauser pauser;
    private final EventSink events;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, String> pushed = new ConcurrentHashMap<>();
    private @Nullable ImageEngine engine;

    /** What an image is called in the template. */
    public enum Reference {
        /** {@code repository:tag}, as SAM CLI does. */
        TAG,
        /** {@code repository@sha256:...}, which nobody can make another image's. */
        DIGEST
    }

    /**
     * @param engine asked for once, when the first image is pushed; whoever made it closes it
     * @param registry asked for a login when the first image goes to ECR
     */
    public EcrPublisher(
            ImageRepositories repositories,
            Reference reference,
            Supplier<ImageEngine> engine,
            ImageRegistry registry,
            Pauser pauser,
            EventSink events) {
        this.repositories = repositories;
        this.reference = reference;
        this.engines = engine;
        this.registry = registry;
        this.pauser = pauser;
        this.events = events;
    }

    /**
     * @param functionId of the function, behind the path of its stack; one that the repositories were chosen for
     * @param localImage name and tag, or id, of an image of this machine; or the path of an image archive
     * @return the URI Lambda finds the image at
     * @throws SamException if the image is not there, or the engine, the registry or the network refuses
     */
    public String publish(String functionId, String localImage) {
        RepositoryUri repository = repositories
                .of(functionId)
                .orElseThrow(() -> new InvalidOptionException(
                        functionId + ": no repository is named for its image " + localImage,
                        "set -Dsam.imageRepository=URI"));
        checkRegion(functionId, repository);
        Optional<Path> archive = archive(localImage);
        ImageDetails image = archive.isPresent() ? loaded(functionId, archive.get()) : present(functionId, localImage);
        String tag = archive.isPresent() || ID.matcher(localImage).matches()
                ? RemoteTag.ofResource(functionId, image.id())
                : RemoteTag.ofName(localImage, image.id());
        String target = repository.address() + ":" + tag;
        synchronized (locks.computeIfAbsent(target, unused -> new Object())) {
            String known = pushed.get(target);
            if (known == null) {
                known = deliver(functionId, image.id(), repository, tag);
                pushed.put(target, known);
            }
            return known;
        }
    }

    private String deliver(String functionId, String imageId, RepositoryUri repository, String tag) {
        String target = repository.address() + ":" + tag;
        Optional<RegistryImage> there = repository
                .ecr()
                .flatMap(ecr -> registry.find(ecr.account(), ecr.name(), tag))
                .filter(found -> found.isSame(imageId));
        if (there.isPresent()) {
            events.accept(new Note(functionId + ": " + target + " is there already"));
            return written(repository, tag, Optional.of(there.get().digest()));
        }
        engine().tag(imageId, repository.address(), tag);
        Optional<RegistryLogin> login = repository.ecr().map(unused -> login(registry.token()));
        Optional<String> digest = push(functionId, repository.address(), tag, login);
        events.accept(new Note(functionId + ": pushed " + target));
        return written(repository, tag, digest);
    }

    private String written(RepositoryUri repository, String tag, Optional<String> digest) {
        if (reference == Reference.TAG) {
            return repository.address() + ":" + tag;
        }
        return repository.address() + "@"
                + digest.orElseThrow(() -> new SamException(
                        "the engine did not tell the digest of " + repository.address() + ":" + tag,
                        "have tags written instead of digests",
                        null));
    }

    private Optional<String> push(String functionId, String repository, String tag, Optional<RegistryLogin> login) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return engine().push(repository, tag, login, line -> events.accept(new Note(functionId + ": " + line)));
            } catch (PushFailedException failed) {
                if (!failed.isTransient() || attempt == ATTEMPTS) {
                    throw failed;
                }
                events.accept(
                        new Note(functionId + ": " + failed.problems().get(0).message() + "; trying again"));
            }
            pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private void pause(Duration duration) {
        try {
            pauser.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException("the push of an image was interrupted", "", e);
        }
    }

    private static RegistryLogin login(RegistryToken token) {
        return new RegistryLogin(token.endpoint(), token.user(), token.password());
    }

    /** A login is good for one region, and Lambda takes images from its own region only. */
    private void checkRegion(String functionId, RepositoryUri repository) {
        Optional<String> other =
                repository.ecr().map(RepositoryUri.Ecr::region).filter(region -> !region.equals(registry.region()));
        if (other.isPresent()) {
            throw new InvalidOptionException(
                    functionId + ": its repository " + repository.address() + " is in " + other.get()
                            + ", and the region of this run is " + registry.region(),
                    "name a repository in " + registry.region() + ", or set -Dsam.region=" + other.get());
        }
    }

    private ImageDetails present(String functionId, String localImage) {
        return engine().find(localImage)
                .orElseThrow(() -> new SamException(
                        functionId + ": the container engine has no image " + localImage,
                        "build it, for instance with sam:build, or correct ImageUri",
                        null));
    }

    private ImageDetails loaded(String functionId, Path archive) {
        try (InputStream bytes = Files.newInputStream(archive)) {
            List<String> names = engine().load(bytes);
            if (names.size() != 1) {
                throw new SamException(
                        functionId + ": " + archive + " holds " + names.size() + " images",
                        "save just one: docker save NAME:TAG -o " + archive.getFileName(),
                        null);
            }
            return present(functionId, names.get(0));
        } catch (IOException e) {
            throw new SamException(functionId + ": " + archive + " cannot be read: " + e.getMessage(), "", e);
        }
    }

    private static Optional<Path> archive(String localImage) {
        try {
            return Optional.of(Path.of(localImage)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private synchronized ImageEngine engine() {
        ImageEngine present = engine;
        if (present == null) {
            present = engines.get();
            engine = present;
        }
        return present;
    }
}
