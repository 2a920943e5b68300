package io.github.sammaven.plugin.config;

import io.github.sammaven.core.local.apigateway.authorize.token.JwksSource;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files and URLs of JSON Web Key Sets. */
public final class JwksOption {

    private final Path basedir;

    /** @param basedir that files are relative to */
    public JwksOption(Path basedir) {
        this.basedir = basedir;
    }

    /**
     * @param locations by issuer, authorizer or user pool
     * @throws InvalidOptionException with every file that does not exist
     */
    public List<JwksSource> sources(Map<String, String> locations) {
        List<JwksSource> sources = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        locations.forEach((name, location) -> {
            if (location.matches("https?://\\S+")) {
                sources.add(new JwksSource(name, URI.create(location)));
                return;
            }
            Path file = basedir.resolve(location);
            if (!Files.isRegularFile(file)) {
                problems.add(Problem.error(
                        SourceMark.NONE,
                        "The key set " + location + " of " + name + " does not exist",
                        "sam.jwks takes a file, relative to the module, or a URL"));
            }
            sources.add(new JwksSource(name, file.toUri()));
        });
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return sources;
    }
}
