package io.github.sammaven.core.build.image;

import io.github.sammaven.core.build.image.FunctionImage.Outcome;
import io.github.sammaven.core.build.image.ImageMemory.Made;
import io.github.sammaven.core.container.ImageDetails;
import io.github.sammaven.core.container.ImageEngine;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.DockerBuild;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the images of functions: builds those whose {@code Metadata} name a Dockerfile, takes in those whose {@code
 * ImageUri} is an archive. For several threads, each with another function; equal definitions are built once.
 */
public final class FunctionImageBuilder {

    private final ImageBuildOptions options;
    private final Supplier<ImageEngine> engines;
    private final EventSink events;
    private final ImageMemory memory;
    private final Map<Object, Object> locks = new ConcurrentHashMap<>();
    private final Map<Definition, ImageBuild.Result> built = new ConcurrentHashMap<>();
    private @Nullable ImageEngine engine;

    /**
     * @param engine asked for once, when the first image is needed; whoever made it closes it
     * @param events receives what builds print, line by line
     */
    public FunctionImageBuilder(ImageBuildOptions options, Supplier<ImageEngine> engine, EventSink events) {
        this.options = options;
        this.engines = engine;
        this.events = events;
        this.memory = new ImageMemory(options.memory());
    }

    /**
     * Whether the function's image is made here; others are somewhere already.
     *
     * @param folder of the function's template
     */
    public static boolean makes(LambdaFunction function, Path folder) {
        return Definition.buildOf(function).isPresent()
                || archive(function, folder).isPresent();
    }

    /**
     * Makes the image, and gives it its name in the engine.
     *
     * @param function one that {@link #makes} is true for
     * @param folder of the function's template
     * @throws InvalidTemplateException naming everything that is wrong with the definition
     * @throws SamException with the last lines of the build and the line of the Dockerfile, if the build fails; or if no
     *     engine answers
     */
    public FunctionImage build(LambdaFunction function, Path folder) {
        try {
            Optional<DockerBuild> build = Definition.buildOf(function);
            return build.isPresent()
                    ? built(function, build.get())
                    : loaded(function, archive(function, folder).orElseThrow());
        } catch (IOException e) {
            throw new SamException(function.id() + ": its image cannot be made: " + reason(e), "", e);
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : e.getMessage() + " (" + name + ")";
    }

    private FunctionImage built(LambdaFunction function, DockerBuild build) throws IOException {
        Definition definition = Definition.of(function, build, options.mode());
        ImageName name = ImageName.of(function.id(), build, options.mode());
        synchronized (locks.computeIfAbsent(definition, unused -> new Object())) {
            ImageBuild.Result result = built.get(definition);
            if (result == null) {
                BuildLog log = new BuildLog(function.id(), events);
                result = new ImageBuild(engine(), memory).run(definition, log, shown(definition.recipe()));
                built.put(definition, result);
            }
            tag(name, result.imageId());
            checkArchitecture(function, result.imageId());
            return new FunctionImage(function.id(), name.toString(), result.imageId(), result.outcome());
        }
    }

    private void tag(ImageName name, String imageId) {
        boolean has = engine().find(name.toString())
                .filter(found -> found.id().equals(imageId))
                .isPresent();
        if (!has) {
            engine().tag(imageId, name.repository(), name.tag());
        }
    }

    /** An image for the other architecture never starts in Lambda. */
    private void checkArchitecture(LambdaFunction function, String imageId) {
        String wanted = Definition.platform(function.architecture());
        String made = engine().find(imageId).map(ImageDetails::architecture).orElse("");
        if (!made.isEmpty() && !wanted.endsWith("/" + made)) {
            events.accept(new Warning(Problem.warning(
                    function.mark(),
                    function.id() + ": its image is for " + made + ", and the function runs on "
                            + function.architecture().lambdaName(),
                    "begin the Dockerfile with an image for " + wanted + ", or correct Architectures")));
        }
    }

    private FunctionImage loaded(LambdaFunction function, Path archive) throws IOException {
        synchronized (locks.computeIfAbsent(archive, unused -> new Object())) {
            String key = Sha256.of("archive\n" + archive);
            String inputs = hash(archive);
            Optional<Made> before = memory.recall(key)
                    .filter(made -> made.inputs().equals(inputs))
                    .filter(made -> engine().find(made.imageId()).isPresent());
            if (before.isPresent()) {
                String id = before.get().imageId();
                return new FunctionImage(function.id(), id, id, Outcome.UNCHANGED);
            }
            String id = load(function, archive);
            memory.remember(key, new Made(inputs, "-", id));
            return new FunctionImage(function.id(), id, id, Outcome.LOADED);
        }
    }

    private String load(LambdaFunction function, Path archive) throws IOException {
        SourceMark mark =
                function.properties().has("ImageUri") ? function.properties().keyMark("ImageUri") : function.mark();
        String shown = shown(archive);
        try (InputStream bytes = Files.newInputStream(archive)) {
            List<String> names = engine().load(bytes);
            if (names.size() != 1) {
                throw new InvalidTemplateException(Problem.error(
                        mark,
                        function.id() + ": " + shown + " holds " + names.size() + " images",
                        "save just one: docker save NAME:TAG -o " + archive.getFileName()));
            }
            return engine().find(names.get(0)).orElseThrow().id();
        }
    }

    private static String hash(Path archive) throws IOException {
        try (InputStream bytes = Files.newInputStream(archive)) {
            return Sha256.of(bytes);
        }
    }

    private static Optional<Path> archive(LambdaFunction function, Path folder) {
        if (!(function.code() instanceof CodeSource.Image image) || image.uri().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(folder.resolve(image.uri()).toAbsolutePath().normalize())
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String shown(Path file) {
        return file.startsWith(options.project())
                ? options.project().relativize(file).toString().replace('\\', '/')
                : file.toString();
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
