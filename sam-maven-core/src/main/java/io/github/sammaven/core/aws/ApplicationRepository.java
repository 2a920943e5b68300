package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * Applications of this account in the Serverless Application Repository. Methods throw a {@code SamException} with the way
 * out when the service refuses.
 */
public interface ApplicationRepository {

    /** Where the applications are. */
    String region();

    /** Id of the application that is called so, which is its ARN. */
    Optional<String> find(String name);

    /**
     * @param templateBody of its first version, if {@code application} has a version
     * @return its id
     */
    String create(PublishedApplication application, String templateBody);

    /** Changes what is said of it. */
    void update(String applicationId, PublishedApplication application);

    /** @return false if there is this version already; nothing is changed then */
    boolean createVersion(String applicationId, PublishedApplication application, String version, String templateBody);
}
