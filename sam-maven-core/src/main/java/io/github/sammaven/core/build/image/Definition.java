package io.github.sammaven.core.build.image;

import io.github.sammaven.core.container.BuildRequest;
import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.DockerBuild;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that says how an image is made. Functions with equal ones share an image.
 *
 * @param context folder that is sent
 * @param recipe the Dockerfile
 * @param baseImages what it begins with
 * @param request how, with the Dockerfile as it is written in the template
 */
record Definition(Path context, Path recipe, BaseImages baseImages, BuildRequest request) {

    private static final Pattern REPOSITORY = Pattern.compile(
            "([\\w.-]+(:\\d+)?/)?[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");

    /**
     * Reads it from the function, whose code is an image with a build.
     *
     * @param mode becomes an argument
     * @throws InvalidTemplateException naming all that is wrong with it
     */
    static Definition of(LambdaFunction function, DockerBuild build, Optional<String> mode) throws IOException {
        ExtraParameters extra =
                ExtraParameters.read(build.extraParameters(), function.id(), mark(function, "DockerBuildExtraParams"));
        List<Problem> problems = new ArrayList<>(extra.problems());
        checkName(function, ImageName.of(function.id(), build, mode), problems);
        Path recipe = build.context().resolve(build.dockerfile()).normalize();
        if (!Files.isDirectory(build.context())) {
            problems.add(Problem.error(
                    mark(function, "DockerContext"),
                    function.id() + ": the build context " + build.context() + " is not there",
                    "correct DockerContext; it counts from the folder of the template"));
        } else if (!Files.isRegularFile(recipe)) {
            problems.add(Problem.error(
                    mark(function, "Dockerfile"),
                    function.id() + ": there is no " + build.dockerfile() + " in " + build.context(),
                    "correct Dockerfile; it counts from DockerContext"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        SortedMap<String, String> arguments = new TreeMap<>(build.arguments());
        arguments.putAll(extra.arguments());
        mode.ifPresent(value -> arguments.put("SAM_BUILD_MODE", value));
        BaseImages bases = BaseImages.of(Dockerfile.read(recipe), arguments);
        BuildRequest request = new BuildRequest(
                build.dockerfile(),
                arguments,
                build.target().or(extra::target),
                extra.platform().orElseGet(() -> platform(function.architecture())),
                extra.switches(),
                extra.labels(),
                extra.network(),
                extra.hosts(),
                extra.cacheFrom(),
                extra.shmBytes(),
                extra.memoryBytes(),
                bases.names());
        return new Definition(build.context(), recipe, bases, request);
    }

    /** Whether content and base images say all that the result depends on. */
    boolean isRepeatable() {
        return baseImages.complete() && request.switches().isEmpty();
    }

    /** What sets it apart from others, whatever the content. */
    String key() {
        return Sha256.of(context + "\n" + request);
    }

    /** Docker's name for it. */
    static String platform(Architecture architecture) {
        return architecture == Architecture.ARM64 ? "linux/arm64" : "linux/amd64";
    }

    private static void checkName(LambdaFunction function, ImageName name, List<Problem> problems) {
        if (!REPOSITORY.matcher(name.repository()).matches()) {
            problems.add(Problem.error(
                    mark(function, "DockerImage"),
                    function.id() + ": an image cannot be called '" + name.repository() + "'",
                    "use lower-case letters, digits, and one of . _ - between them"));
        }
        if (!TAG.matcher(name.tag()).matches()) {
            problems.add(Problem.error(
                    mark(function, "DockerTag"),
                    function.id() + ": '" + name.tag() + "' is no tag of an image",
                    "use at most 128 letters, digits, dots, hyphens and underscores"));
        }
    }

    private static SourceMark mark(LambdaFunction function, String property) {
        return function.metadata().has(property) ? function.metadata().keyMark(property) : function.mark();
    }

    /** What the function's code says about a build. */
    static Optional<DockerBuild> buildOf(LambdaFunction function) {
        return function.code() instanceof CodeSource.Image image ? image.build() : Optional.empty();
    }
}
