package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.CommandSettings;
import io.github.sammaven.core.config.SamConfig;
import io.github.sammaven.core.config.SamConfigFile;
import io.github.sammaven.core.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a command's table of a samconfig file when it is first asked for, and passes on what looks wrong in it. */
final class SamConfigSource implements Supplier<CommandSettings> {

    private final SamConfigFile file;
    private final String command;
    private final Consumer<List<Problem>> warnings;
    private @Nullable CommandSettings settings;

    SamConfigSource(SamConfigFile file, String command, Consumer<List<Problem>> warnings) {
        this.file = file;
        this.command = command;
        this.warnings = warnings;
    }

    @Override
    public CommandSettings get() {
        if (settings == null) {
            SamConfig config = file.read();
            warnings.accept(config.warnings());
            settings = config.command(command);
        }
        return settings;
    }
}
