package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.CommandSettings;
import io.github.sammaven.core.config.SamConfigFile;
import io.github.sammaven.core.config.Setting;
import io.github.sammaven.core.pipeline.PipelineStage;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the stages of a pipeline deploy to: as the environment of their name in the samconfig file says, else by name.
 *
 * @param folder of the samconfig file
 * @param workingDirectory where Maven was started
 * @param configFile name of the samconfig file, if it is not a default one
 * @param stackName to which a stage without an environment adds its name
 * @param region of a stage without one; if empty, that of the first stage that has one
 */
public record StageOptions(
        Path folder, Path workingDirectory, Optional<String> configFile, String stackName, Optional<String> region) {

    /**
     * @param approved names of stages a person looks at
     * @throws InvalidOptionException if nothing tells a region
     */
    public List<PipelineStage> stages(List<String> names, List<String> approved) {
        Map<String, CommandSettings> settings = new LinkedHashMap<>();
        names.forEach(name -> settings.put(name, settings(name)));
        String known = region.or(() -> settings.values().stream()
                        .flatMap(stage -> text(stage, "region").stream())
                        .findFirst())
                .orElseThrow(() -> new InvalidOptionException(
                        "no region is named for the stages", "set -Dsam.region=REGION, or region in samconfig.toml"));
        List<PipelineStage> stages = new ArrayList<>();
        settings.forEach((name, stage) -> {
            Optional<String> ownStack = text(stage, "stack_name");
            stages.add(new PipelineStage(
                    name,
                    ownStack.orElse(stackName + "-" + name),
                    text(stage, "region").orElse(known),
                    ownStack.map(named -> name),
                    approved.contains(name)));
        });
        return stages;
    }

    private CommandSettings settings(String stage) {
        return new SamConfigFile(folder, workingDirectory, configFile, stage, variable -> Optional.empty())
                .read()
                .command("deploy");
    }

    private static Optional<String> text(CommandSettings settings, String key) {
        return settings.text(key).map(Setting::value);
    }
}
