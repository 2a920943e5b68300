package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.local.apigateway.ApiGateway;
import io.github.sammaven.core.local.apigateway.authorize.AuthorizeSettings;
import io.github.sammaven.core.local.apigateway.authorize.token.JwksSource;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ServerCertificate;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.plugin.config.JwksOption;
import io.github.sammaven.plugin.config.LocalCredentials;
import io.github.sammaven.plugin.console.RouteLines;
import io.github.sammaven.plugin.wiring.ApiServers;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that serves the APIs of the template on ports of this machine. */
abstract class AbstractApiMojo extends AbstractServeMojo {

    private static final String STATIC_FOLDER = "public";

    /**
     * Whether REST and HTTP APIs share one port and one table of routes, as in SAM CLI. Default: {@code false}, each has
     * a port of its own.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.mergeApis")
    private @Nullable Boolean mergeApis;

    /**
     * Whose answers are given where AWS and SAM CLI differ: {@code aws} or {@code sam-cli}. Default: {@code aws}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.compat")
    private @Nullable String compat;

    /**
     * Folder of files that are served where no route answers, relative to the folder of the template. Default:
     * {@code public}, if it exists.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.staticDir")
    private @Nullable String staticDir;

    /**
     * Whether all authorizers let everybody pass. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.disableAuthorizer")
    private @Nullable Boolean disableAuthorizer;

    /**
     * Names of authorizers that let everybody pass, such as those of a kind that is not known here. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.openAuthorizers")
    private @Nullable List<String> openAuthorizers;

    /**
     * Where the keys are that tokens are checked with, a file or URL of a JSON Web Key Set, by issuer, name of the
     * authorizer, or id of the user pool. Also {@code -Dsam.jwks="NAME=FILE NAME2=URL"}. Default: where the issuer says.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable Map<String, String> jwks;

    /**
     * Certificate in PEM of a server that talks HTTPS, and those that vouch for it. Default: none, plain HTTP.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.sslCertFile")
    private @Nullable File sslCertFile;

    /**
     * Private key in PEM of the certificate.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.sslKeyFile")
    private @Nullable File sslKeyFile;

    AbstractApiMojo(String command, SettingsDecrypter settingsDecrypter, ProjectDependenciesResolver resolver) {
        super(command, settingsDecrypter, resolver);
    }

    /**
     * @param apis of the template
     * @param address of the first one
     * @param console empty for no page
     */
    final ApiServers.Settings apis(List<LocalApi> apis, ListenAddress address, Optional<OptionalInt> console) {
        return new ApiServers.Settings(
                apis,
                options().flag("mergeApis", mergeApis, false),
                address,
                certificate(),
                staticFolder(),
                authorize(apis),
                console.map(port -> new ApiServers.Console(
                        port, project.getArtifactId(), templateFile().resolveSibling("events"))));
    }

    private AuthorizeSettings authorize(List<LocalApi> apis) {
        List<JwksSource> keys = new JwksOption(basedir()).sources(options().map("jwks", "jwks", jwks));
        return new AuthorizeSettings(
                compatibility(),
                opened(apis),
                options().flag("disableAuthorizer", disableAuthorizer, false),
                keys,
                LocalCredentials.of(System.getenv()),
                unsignedAllowed(),
                offlineRegion());
    }

    private Set<String> opened(List<LocalApi> apis) {
        Set<String> known = new TreeSet<>();
        apis.stream()
                .flatMap(api -> api.routes().stream())
                .flatMap(route -> route.access().authorizer().stream())
                .forEach(authorizer -> known.add(authorizer.name()));
        Set<String> wanted = new TreeSet<>(options().list("openAuthorizers", openAuthorizers));
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new InvalidOptionException(
                    "sam.openAuthorizers: no route asks for " + String.join(", ", unknown),
                    known.isEmpty() ? "Routes have no authorizer" : "Routes ask for " + String.join(", ", known));
        }
        return wanted;
    }

    private Compatibility compatibility() {
        return options().choice("compat", compat, Compatibility.AWS);
    }

    private Optional<Path> staticFolder() {
        Path besideTemplate = templateFile().toAbsolutePath().getParent();
        Optional<Path> wanted = options().text("staticDir", staticDir).map(besideTemplate::resolve);
        wanted.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new InvalidOptionException(
                    "The folder of static files " + folder + " does not exist",
                    "sam.staticDir is relative to the folder of the template");
        });
        return wanted.or(
                () -> Optional.of(besideTemplate.resolve(STATIC_FOLDER)).filter(Files::isDirectory));
    }

    private Optional<ServerCertificate> certificate() {
        Optional<Path> certificate = path("sslCertFile", sslCertFile);
        Optional<Path> key = path("sslKeyFile", sslKeyFile);
        if (certificate.isPresent() != key.isPresent()) {
            throw new InvalidOptionException(
                    certificate.isPresent()
                            ? "sam.sslCertFile is given without sam.sslKeyFile"
                            : "sam.sslKeyFile is given without sam.sslCertFile",
                    "A server that talks HTTPS needs both");
        }
        return certificate.map(file -> ServerCertificate.read(file, key.orElseThrow()));
    }

    /** Says which route is where. */
    final void tell(ApiServers servers) {
        for (ApiGateway.Served served : servers.served()) {
            RouteLines lines = new RouteLines(served.apis(), served.url());
            lines.table().forEach(getLog()::info);
            if (compatibility() == Compatibility.SAM_CLI) {
                lines.mountings().forEach(getLog()::info);
            }
        }
        servers.consoleUrl().ifPresent(url -> getLog().info("Console " + url));
    }
}
