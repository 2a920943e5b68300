package io.github.sammaven.plugin.config;

import io.github.sammaven.core.guided.Artifacts;
import io.github.sammaven.core.guided.GuidedAnswers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a person has answered, as the options of package and deploy. */
public final class AnsweredOptions {

    private AnsweredOptions() {}

    /** Values by property, {@code sam.stackName}. */
    public static Map<String, String> of(GuidedAnswers answers) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("sam.stackName", answers.stackName());
        values.put("sam.region", answers.region());
        answers.parameters().forEach((name, value) -> values.put("sam.parameter." + name, value));
        values.put("sam.confirmChangeset", Boolean.toString(answers.confirmChangeset()));
        values.put("sam.capabilities", String.join(",", answers.capabilities()));
        values.put("sam.disableRollback", Boolean.toString(answers.disableRollback()));
        Artifacts artifacts = answers.artifacts();
        artifacts.bucket().ifPresent(bucket -> values.put("sam.s3Bucket", bucket));
        values.put("sam.resolveS3", Boolean.toString(artifacts.bucket().isEmpty()));
        values.put("sam.s3Prefix", answers.prefix());
        values.put("sam.resolveImageRepos", Boolean.toString(artifacts.resolveImageRepos()));
        artifacts.imageRepositories().forEach((id, uri) -> values.put("sam.imageRepository." + id, uri));
        artifacts.signingProfiles().forEach((id, profile) -> values.put("sam.signingProfile." + id, profile));
        return values;
    }
}
