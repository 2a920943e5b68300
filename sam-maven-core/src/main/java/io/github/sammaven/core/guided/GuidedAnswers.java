package io.github.sammaven.core.guided;

import io.github.sammaven.core.config.SavedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person wants.
 *
 * @param stackName name of the stack
 * @param region where it is to be
 * @param profile of the AWS configuration files
 * @param parameters values for the deployment, secrets among them
 * @param secrets names of the parameters that are {@code NoEcho}
 * @param confirmChangeset whether to ask before changes are made
 * @param capabilities what is granted
 * @param disableRollback whether resources stay as they are when one fails
 * @param artifacts where what is packaged goes
 * @param save where the answers are to be saved; empty if they are not
 */
public record GuidedAnswers(
        String stackName,
        String region,
        Optional<String> profile,
        Map<String, String> parameters,
        Set<String> secrets,
        boolean confirmChangeset,
        List<String> capabilities,
        boolean disableRollback,
        Artifacts artifacts,
        Optional<Place> save) {

    /**
     * A samconfig file and one of its environments.
     *
     * @param file name or path, relative to the folder of the template
     */
    public record Place(String file, String environment) {}

    public GuidedAnswers {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        secrets = Set.copyOf(secrets);
        capabilities = List.copyOf(capabilities);
    }

    /** The values SAM CLI saves, by key, for the table of {@code deploy}. Secrets and what is off are left out. */
    public Map<String, SavedValue> saved() {
        Map<String, SavedValue> values = new LinkedHashMap<>();
        values.put("stack_name", new SavedValue.Text(stackName));
        artifacts
                .bucket()
                .ifPresentOrElse(
                        name -> values.put("s3_bucket", new SavedValue.Text(name)),
                        () -> values.put("resolve_s3", new SavedValue.Flag(true)));
        values.put("s3_prefix", new SavedValue.Text(prefix()));
        values.put("region", new SavedValue.Text(region));
        profile.ifPresent(name -> values.put("profile", new SavedValue.Text(name)));
        if (confirmChangeset) {
            values.put("confirm_changeset", new SavedValue.Flag(true));
        }
        if (!capabilities.isEmpty()) {
            values.put("capabilities", new SavedValue.Text(String.join(" ", capabilities)));
        }
        if (disableRollback) {
            values.put("disable_rollback", new SavedValue.Flag(true));
        }
        if (artifacts.resolveImageRepos()) {
            values.put("resolve_image_repos", new SavedValue.Flag(true));
        } else if (!artifacts.imageRepositories().isEmpty()) {
            values.put(
                    "image_repositories",
                    new SavedValue.Items(plain(artifacts.imageRepositories()).toList()));
        }
        if (!artifacts.signingProfiles().isEmpty()) {
            values.put(
                    "signing_profiles",
                    new SavedValue.Text(plain(artifacts.signingProfiles()).collect(Collectors.joining(" "))));
        }
        Map<String, String> shown = new LinkedHashMap<>(parameters);
        shown.keySet().removeAll(secrets);
        if (!shown.isEmpty()) {
            values.put("parameter_overrides", new SavedValue.Pairs(shown));
        }
        return values;
    }

    /** What comes before each key in the bucket. */
    public String prefix() {
        return artifacts.prefix().orElse(stackName);
    }

    private static Stream<String> plain(Map<String, String> pairs) {
        return pairs.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue());
    }

    /** Without the values of the parameters. */
    @Override
    public String toString() {
        return "GuidedAnswers[stackName=" + stackName + ", region=" + region + ", parameters=" + parameters.keySet()
                + ", capabilities=" + capabilities + ", save=" + save + "]";
    }
}
