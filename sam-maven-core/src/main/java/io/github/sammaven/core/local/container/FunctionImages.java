package io.github.sammaven.core.local.container;

import io.github.sammaven.core.container.BuildContext;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.invoke.FunctionPackage.Image;
import io.github.sammaven.core.local.invoke.FunctionPackage.ImageBuild;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The image a function runs in: AWS's for its runtime, its own, or the one the user names; built or pulled if need be. */
final class FunctionImages {

    private static final String REPOSITORY = "sam-local/";
    private static final int SHORT_ID = 12;
    private static final int LAST_LINES = 15;

    private final ImageStore store;
    private final ContainerOptions options;
    private final EventSink events;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    FunctionImages(ImageStore store, ContainerOptions options, EventSink events) {
        this.store = store;
        this.options = options;
        this.events = events;
    }

    /**
     * Finds it now: what was built or tagged since the last call counts.
     *
     * @throws ImageUnavailableException if it is neither here nor to be had
     */
    EngineImage of(LocalFunction function) {
        Optional<String> named = options.images().insteadOf(function.name());
        if (named.isPresent()) {
            return present(named.get(), function);
        }
        if (function.code() instanceof Zip zip) {
            return present(baseImage(function, zip), function);
        }
        Image image = (Image) function.code();
        if (image.build().isPresent()) {
            return built(function, image.build().get());
        }
        if (image.uri().isEmpty()) {
            throw new InvalidOptionException(
                    function.name() + " names no image and does not say how to build one",
                    "Give it an ImageUri, or Metadata with Dockerfile and DockerContext");
        }
        return present(image.uri(), function);
    }

    private static String baseImage(LocalFunction function, Zip zip) {
        return BaseImages.of(zip.runtime(), function.architecture())
                .orElseThrow(() -> new InvalidOptionException(
                        function.name() + ": there is no image for runtime " + zip.runtime(),
                        "Use a runtime that Lambda still offers, or name an image with -Dsam.invokeImage"));
    }

    private EngineImage present(String name, LocalFunction function) {
        synchronized (locks.computeIfAbsent(name, unused -> new Object())) {
            Optional<EngineImage> here = store.find(name);
            if (here.isPresent()
                    && (!here.get().fromRegistry() || !options.images().pull() || !asked.add(name))) {
                return here.get();
            }
            return pulled(name, function.architecture(), here);
        }
    }

    private EngineImage pulled(String name, Architecture architecture, Optional<EngineImage> here) {
        if (here.isEmpty()) {
            events.accept(new Note("Pulling " + name));
        }
        try {
            store.pull(name, architecture, line -> events.accept(new Note(line)));
            asked.add(name);
        } catch (ImageUnavailableException e) {
            Problem said = e.problems().get(0);
            EngineImage old = here.orElseThrow(() -> e);
            events.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    said.message(),
                    "The image of that name on this machine is used; -Dsam.skipPullImage does not ask the registry")));
            return old;
        }
        return store.find(name)
                .orElseThrow(() -> new SamException(
                        "The image " + name + " is not there after its pull", "Pull it: docker pull " + name, null));
    }

    private EngineImage built(LocalFunction function, ImageBuild build) {
        synchronized (locks.computeIfAbsent("build of " + function.name(), unused -> new Object())) {
            Map<String, String> labels = Ownership.image(options.project(), function.name());
            String id = build(function, build, labels);
            String repository = REPOSITORY + function.name().toLowerCase(Locale.ROOT);
            String shortId = id.substring(id.indexOf(':') + 1);
            shortId = shortId.substring(0, Math.min(SHORT_ID, shortId.length()));
            String idTag = shortId;
            // The name comes from the content: nobody can mistake an old image for a new one.
            store.tag(id, repository, build.tag().map(tag -> tag + "-" + idTag).orElse(idTag));
            EngineImage image = store.find(id)
                    .orElseThrow(() -> new SamException(
                            function.name() + ": the image is not there after its build", "Run again", null));
            store.removeOtherTags(repository, labels, image.id());
            return image;
        }
    }

    private String build(LocalFunction function, ImageBuild build, Map<String, String> labels) {
        if (!Files.isRegularFile(build.context().resolve(build.dockerfile()))) {
            throw new InvalidOptionException(
                    function.name() + ": there is no " + build.dockerfile() + " in " + build.context(),
                    "Correct Dockerfile and DockerContext in the function's Metadata");
        }
        BuildContext context = context(function, build);
        ImageRecipe recipe = new ImageRecipe(
                context.dockerfile(),
                build.arguments(),
                build.target(),
                function.architecture(),
                labels,
                options.images().build());
        Deque<String> last = new ArrayDeque<>();
        try (InputStream archive = context.stream()) {
            return store.build(recipe, archive, line -> {
                last.add(line);
                if (last.size() > LAST_LINES) {
                    last.remove();
                }
            });
        } catch (IOException e) {
            throw unreadable(function, build, e);
        } catch (SamException e) {
            String why = e.problems().get(0).message();
            throw new SamException(
                    function.name() + ": its image cannot be built. " + why,
                    last.isEmpty() ? "Try: docker build " + build.context() : String.join("\n", last),
                    e);
        }
    }

    private static BuildContext context(LocalFunction function, ImageBuild build) {
        try {
            return BuildContext.of(build.context(), build.dockerfile());
        } catch (IOException e) {
            throw unreadable(function, build, e);
        }
    }

    private static SamException unreadable(LocalFunction function, ImageBuild build, IOException e) {
        return new SamException(
                function.name() + ": the folder " + build.context() + " cannot be read: " + e.getMessage(), "", e);
    }
}
