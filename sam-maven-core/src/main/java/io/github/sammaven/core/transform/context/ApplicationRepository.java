package io.github.sammaven.core.transform.context;

/** Finds the templates of published applications: the Serverless Application Repository. */
@FunctionalInterface
public interface ApplicationRepository {

    /** What the repository answers. */
    sealed interface Answer {}

    /**
     * The application can be deployed.
     *
     * @param templateUrl where CloudFormation reads its template
     */
    record Available(String templateUrl) implements Answer {}

    /**
     * It cannot.
     *
     * @param reason continues a sentence that names the application
     */
    record Unavailable(String reason) implements Answer {}

    /** Waits until the template is made, or can never be. */
    Answer template(String applicationId, String semanticVersion);

    /** Refuses every application, since nobody is asked offline. */
    static ApplicationRepository offline() {
        return (applicationId, semanticVersion) ->
                new Unavailable("cannot be looked up offline, since the repository makes its template on request");
    }
}
