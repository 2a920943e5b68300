package io.github.sammaven.core.guided;

import io.github.sammaven.core.packaging.image.RepositoryUri;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.signing.SigningProfiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks how archives are signed and where images go; only if there are such. */
final class ArtifactQuestions {

    private final Questions questions;
    private final Artifacts known;

    /** @param known the answers of a person who just presses Enter */
    ArtifactQuestions(Questions questions, Artifacts known) {
        this.questions = questions;
        this.known = known;
    }

    Map<String, String> signingProfiles(List<String> signable) {
        Map<String, String> profiles = new LinkedHashMap<>();
        if (signable.isEmpty()) {
            return known.signingProfiles();
        }
        questions.tell("The template has a code signing configuration");
        if (questions.yes("Sign the code", true)) {
            for (String id : signable) {
                profiles.put(
                        id,
                        questions.text(
                                "Signing profile for " + id + " (Profile or Profile:OwnerAccount)",
                                Optional.ofNullable(known.signingProfiles().get(id)),
                                text -> wrongProfile(id, text)));
            }
        }
        return profiles;
    }

    private static Optional<String> wrongProfile(String id, String text) {
        try {
            SigningProfiles.of(Map.of(id, text));
            return Optional.empty();
        } catch (InvalidOptionException refused) {
            return Optional.of("write Profile or Profile:OwnerAccount");
        }
    }

    /** Whether repositories are to be made for the images. */
    boolean resolveImageRepos(List<String> images) {
        return images.isEmpty()
                ? known.resolveImageRepos()
                : questions.yes(
                        "Make repositories for the images of " + String.join(", ", images),
                        known.imageRepositories().isEmpty());
    }

    Map<String, String> imageRepositories(List<String> images) {
        Map<String, String> repositories = new LinkedHashMap<>(known.imageRepositories());
        for (String id : images) {
            repositories.put(
                    id,
                    questions.text(
                            "Repository for the image of " + id,
                            Optional.ofNullable(known.imageRepositories().get(id)),
                            text -> RepositoryUri.parse(text).isPresent()
                                    ? Optional.empty()
                                    : Optional.of("write it like"
                                            + " 123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders")));
        }
        return repositories;
    }
}
