package io.github.sammaven.core.guided;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known before the questions: the answer of a person who just presses Enter.
 *
 * @param stackName as options give it; {@code sam-app} if they do not
 * @param region as options or the SDK give it; {@code us-east-1} if neither does
 * @param profile saved with the answers
 * @param parameters values that options give
 * @param confirmChangeset no if nothing is said
 * @param capabilities that options give
 * @param disableRollback no if nothing is said
 * @param artifacts that options give
 * @param configFile where answers are saved
 * @param configEnv its environment
 */
public record GuidedDefaults(
        Optional<String> stackName,
        Optional<String> region,
        Optional<String> profile,
        Map<String, String> parameters,
        boolean confirmChangeset,
        List<String> capabilities,
        boolean disableRollback,
        Artifacts artifacts,
        String configFile,
        String configEnv) {

    public GuidedDefaults {
        parameters = Map.copyOf(parameters);
        capabilities = List.copyOf(capabilities);
    }

    /** Without the values of the parameters. */
    @Override
    public String toString() {
        return "GuidedDefaults[stackName=" + stackName + ", parameters=" + parameters.keySet() + "]";
    }
}
