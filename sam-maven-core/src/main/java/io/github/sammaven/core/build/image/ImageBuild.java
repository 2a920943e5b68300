package io.github.sammaven.core.build.image;

import io.github.sammaven.core.build.image.FunctionImage.Outcome;
import io.github.sammaven.core.build.image.ImageMemory.Made;
import io.github.sammaven.core.container.BuildContext;
import io.github.sammaven.core.container.BuildRequest;
import io.github.sammaven.core.container.ImageDetails;
import io.github.sammaven.core.container.ImageEngine;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the image of one definition, unless the engine has it already. */
final class ImageBuild {

    private final ImageEngine engine;
    private final ImageMemory memory;

    ImageBuild(ImageEngine engine, ImageMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    record Result(String imageId, Outcome outcome) {}

    /** @param shown the Dockerfile as it is named in messages */
    Result run(Definition definition, BuildLog log, String shown) throws IOException {
        BuildContext context =
                BuildContext.of(definition.context(), definition.request().dockerfile());
        Optional<Made> before = definition.isRepeatable() ? memory.recall(definition.key()) : Optional.empty();
        if (before.isPresent() && isCurrent(before.get(), definition, context)) {
            return new Result(before.get().imageId(), Outcome.UNCHANGED);
        }
        Sha256 sent = new Sha256();
        try (InputStream archive = sent.reading(context.stream())) {
            String id = engine.build(named(definition.request(), context.dockerfile()), archive, log);
            memory.remember(definition.key(), new Made(sent.hex(), bases(definition), id));
            return new Result(id, Outcome.BUILT);
        } catch (SamException refusal) {
            throw log.failure(refusal, definition.recipe(), shown);
        }
    }

    private boolean isCurrent(Made before, Definition definition, BuildContext context) throws IOException {
        return engine.find(before.imageId()).isPresent()
                && before.bases().equals(bases(definition))
                && before.inputs().equals(context.fingerprint());
    }

    private String bases(Definition definition) {
        return Sha256.of(definition.baseImages().names().stream()
                .map(name ->
                        name + "=" + engine.find(name).map(ImageDetails::id).orElse(""))
                .collect(Collectors.joining("\n")));
    }

    /** With the name the Dockerfile has in the archive. */
    private static BuildRequest named(BuildRequest request, String dockerfile) {
        return new BuildRequest(
                dockerfile,
                request.arguments(),
                request.target(),
                request.platform(),
                request.switches(),
                request.labels(),
                request.network(),
                request.extraHosts(),
                request.cacheFrom(),
                request.shmBytes(),
                request.memoryBytes(),
                request.baseImages());
    }
}
