package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Path;
import java.util.Optional;

/** The Java modules of the running build. */
public interface JavaModules {

    /**
     * The module that lives in {@code folder}, with its runtime class path resolved.
     *
     * @return empty if no module of the build has this base folder
     * @throws InvalidOptionException if it is a module that is not built when it is needed
     */
    Optional<BuildOutput> moduleAt(Path folder);
}
