package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.guided.Artifacts;
import io.github.sammaven.core.guided.GuidedAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnsweredOptionsTest {

    private static Map<String, String> options(Artifacts artifacts) {
        return AnsweredOptions.of(new GuidedAnswers(
                "orders",
                "eu-central-1",
                Optional.empty(),
                Map.of("Stage", "prod", "Password", "s3cret"),
                Set.of("Password"),
                true,
                List.of("CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"),
                false,
                artifacts,
                Optional.empty()));
    }

    @Test
    void everyAnswerIsAnOptionSecretsToo() {
        assertThat(options(new Artifacts(
                        Optional.empty(), Optional.empty(), Map.of("F", "profile"), false, Map.of("G", "uri"))))
                .containsOnly(
                        Map.entry("sam.stackName", "orders"),
                        Map.entry("sam.region", "eu-central-1"),
                        Map.entry("sam.parameter.Stage", "prod"),
                        Map.entry("sam.parameter.Password", "s3cret"),
                        Map.entry("sam.confirmChangeset", "true"),
                        Map.entry("sam.capabilities", "CAPABILITY_IAM,CAPABILITY_AUTO_EXPAND"),
                        Map.entry("sam.disableRollback", "false"),
                        Map.entry("sam.resolveS3", "true"),
                        Map.entry("sam.s3Prefix", "orders"),
                        Map.entry("sam.resolveImageRepos", "false"),
                        Map.entry("sam.imageRepository.G", "uri"),
                        Map.entry("sam.signingProfile.F", "profile"));
    }

    @Test
    void bucketThatIsNamedStandsInForTheManagedOne() {
        assertThat(options(Artifacts.in(Optional.of("archives"))))
                .containsEntry("sam.s3Bucket", "archives")
                .containsEntry("sam.resolveS3", "false");
    }
}
