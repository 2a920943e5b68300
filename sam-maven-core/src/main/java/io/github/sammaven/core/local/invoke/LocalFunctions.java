package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.CodeSource;
import io.github.sammaven.core.function.DockerBuild;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.function.LayerReference;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.LocalValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of a template as a runner takes them, from what was built for them. */
public final class LocalFunctions {

    private final FunctionCatalog catalog;
    private final Map<String, Path> artifacts;
    private final EnvironmentVariables variables;
    private final GivenVariables given;
    private final String region;
    private final EventSink events;

    /**
     * @param artifacts folder or archive by id of function or layer
     * @param variables composes what each function sees
     * @param given variables for this run, over all others
     * @param region for the ARN the function sees
     * @param events receives a warning for what a local run lacks
     */
    public LocalFunctions(
            FunctionCatalog catalog,
            Map<String, Path> artifacts,
            EnvironmentVariables variables,
            GivenVariables given,
            String region,
            EventSink events) {
        this.catalog = catalog;
        this.artifacts = Map.copyOf(artifacts);
        this.variables = variables;
        this.given = given;
        this.region = region;
        this.events = events;
    }

    /** What should be said once about the variables given for this run. */
    public List<Problem> warnings() {
        return given.unknownFunctions(catalog);
    }

    /**
     * @param idOrName path, logical id, name or ARN; may be empty if the template has only one function
     * @throws InvalidOptionException if there is no such function, or nothing was built for it
     */
    public LocalFunction find(Optional<String> idOrName) {
        return find(idOrName, Optional.empty());
    }

    /**
     * The same on another runtime.
     *
     * @param runtime instead of the function's own; empty to keep that
     * @throws InvalidOptionException also if it has none, or is an image, which brings its own
     */
    public LocalFunction find(Optional<String> idOrName, Optional<String> runtime) {
        LambdaFunction function = idOrName.map(this::named).orElseGet(this::theOnlyOne);
        EnvironmentVariables.Composed composed = variables.compose(function, given.of(function, catalog));
        composed.warnings().forEach(warning -> events.accept(new Warning(warning)));
        return new LocalFunction(
                function.id(),
                function.functionName(),
                code(function, runtime),
                function.architecture(),
                function.memoryMb(),
                function.timeout(),
                composed.variables(),
                startsFromSnapshot(function),
                region,
                LocalValues.DEFAULT_ACCOUNT);
    }

    /**
     * Who a call of the function is for.
     *
     * @throws InvalidOptionException if this can be no tenant, or a tenant is missing, or one is given to a function that
     *     does not part them
     */
    public Optional<String> tenant(LocalFunction function, Optional<String> given) {
        Optional<String> tenant = given.map(TenantId::new).map(TenantId::value);
        boolean parted = catalog.function(function.name())
                .flatMap(found -> found.properties().get("TenancyConfig"))
                .isPresent();
        if (parted && tenant.isEmpty()) {
            throw new InvalidOptionException(
                    function.name() + " parts its tenants, and the call names none", "Name one with -Dsam.tenantId");
        }
        if (!parted && tenant.isPresent()) {
            throw new InvalidOptionException(
                    function.name() + " has no TenancyConfig, and the call names the tenant " + tenant.get(),
                    "Leave the tenant away, or add TenancyConfig to the function");
        }
        return tenant;
    }

    private FunctionPackage code(LambdaFunction function, Optional<String> otherRuntime) {
        if (function.code() instanceof CodeSource.Image image) {
            otherRuntime.ifPresent(runtime -> {
                throw new InvalidOptionException(
                        function.logicalId() + " is a container image and cannot run on " + runtime,
                        "It brings its own runtime: leave -Dsam.runtime away");
            });
            return new FunctionPackage.Image(
                    image.uri(),
                    image.build().map(LocalFunctions::build),
                    image.config().entryPoint(),
                    image.config().command(),
                    image.config().workingDirectory());
        }
        String runtime = otherRuntime.orElse(function.runtime());
        if (runtime.isEmpty()) {
            throw new InvalidOptionException(
                    function.logicalId() + " has no Runtime", "Add one to the template, or try one with -Dsam.runtime");
        }
        return new FunctionPackage.Zip(runtime, function.handler(), artifact(function), layers(function));
    }

    private static FunctionPackage.ImageBuild build(DockerBuild build) {
        return new FunctionPackage.ImageBuild(
                build.context(), build.dockerfile(), build.tag(), build.arguments(), build.target());
    }

    private static boolean startsFromSnapshot(LambdaFunction function) {
        return function.properties()
                .mapping("SnapStart")
                .flatMap(snapStart -> snapStart.text("ApplyOn"))
                .filter("PublishedVersions"::equals)
                .isPresent();
    }

    private LambdaFunction named(String idOrName) {
        catalog.ambiguity(idOrName).ifPresent(problem -> events.accept(new Warning(problem)));
        return catalog.function(idOrName).orElseThrow(() -> {
            String near = NearestName.suggestion(idOrName, ids());
            return new InvalidOptionException(
                    "the template has no function '" + idOrName + "'",
                    near.isEmpty() ? "it has " + String.join(", ", ids()) : near);
        });
    }

    private LambdaFunction theOnlyOne() {
        List<LambdaFunction> all = catalog.functions();
        if (all.size() != 1) {
            throw new InvalidOptionException(
                    all.isEmpty() ? "the template has no functions" : "the template has " + all.size() + " functions",
                    all.isEmpty() ? "" : "name one with -Dsam.functionId: " + String.join(", ", ids()));
        }
        return all.get(0);
    }

    private List<String> ids() {
        return catalog.functions().stream().map(LambdaFunction::id).toList();
    }

    private Path artifact(LambdaFunction function) {
        Path built = artifacts.get(function.id());
        if (built != null) {
            return built;
        }
        if (function.code() instanceof CodeSource.Inline inline) {
            return InlineCode.write(function, inline.text());
        }
        throw new InvalidOptionException(List.of(Problem.error(
                function.mark(),
                function.id() + " cannot be run: " + whyNotBuilt(function.code()),
                function.code() instanceof CodeSource.Local
                        ? "run sam:package first, for example with: mvn package -Dsam.upload=false"
                        : "point its CodeUri at a folder, jar or zip beside the template")));
    }

    private static String whyNotBuilt(CodeSource code) {
        if (code instanceof CodeSource.Local) {
            return "it is not packaged yet";
        }
        return code instanceof CodeSource.Remote remote
                ? "its code is not on this machine, but at " + remote.location()
                : "it is a container image";
    }

    private List<Path> layers(LambdaFunction function) {
        List<Path> folders = new ArrayList<>();
        for (LayerReference layer : function.layers()) {
            String name = layer instanceof LayerReference.InTemplate own
                    ? own.id()
                    : ((LayerReference.Published) layer).arn();
            Path built = artifacts.get(name);
            if (built == null) {
                events.accept(
                        new Warning(
                                Problem.warning(
                                        function.mark(),
                                        function.id() + " runs without its layer " + name,
                                        "only layers of the same template and of stacks nested in it, with their content beside it, are there in a local run")));
            } else {
                folders.add(built);
            }
        }
        return folders;
    }
}
