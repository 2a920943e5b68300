package io.github.sammaven.plugin.config;

import io.github.sammaven.core.local.invoke.GivenVariables;
import io.github.sammaven.core.local.invoke.VariablesFile;
import java.nio.file.Path;
import java.util.Map;

/** Files with environment variables, shown in messages relative to the module where they are in it. */
public final class VariablesOption {

    private final Path basedir;

    public VariablesOption(Path basedir) {
        this.basedir = basedir;
    }

    public GivenVariables byFunction(Path file) {
        return at(file).byFunction();
    }

    public Map<String, String> flat(Path file) {
        return at(file).flat();
    }

    private VariablesFile at(Path file) {
        Path shown = file.startsWith(basedir) ? basedir.relativize(file) : file;
        return new VariablesFile(file, shown.toString());
    }
}
