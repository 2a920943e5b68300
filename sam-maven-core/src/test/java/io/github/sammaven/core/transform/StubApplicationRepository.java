package io.github.sammaven.core.transform;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.transform.context.ApplicationRepository;

/** Answers as an environment file says. */
record StubApplicationRepository(JsonNode answers) implements ApplicationRepository {

    @Override
    public Answer template(String applicationId, String semanticVersion) {
        for (JsonNode rejected : answers.path("rejectedApplicationIds")) {
            if (rejected.asText().equals(applicationId)) {
                return new Unavailable("is not available to this account");
            }
        }
        String status = answers.path("statusByApplicationId")
                .path(applicationId)
                .asText(answers.path("defaultStatus").asText());
        boolean ready =
                status.equals("ACTIVE") || (status.equals("PREPARING") && !applicationId.endsWith("never-ready"));
        return ready
                ? new Available(answers.path("templateUrl").asText())
                : new Unavailable("is %s and did not become ACTIVE".formatted(status));
    }
}
