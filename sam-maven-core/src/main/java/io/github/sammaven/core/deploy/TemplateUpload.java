package io.github.sammaven.core.deploy;

import java.net.URI;

/** Puts the packaged template where CloudFormation can read it. */
@FunctionalInterface
public interface TemplateUpload {

    /**
     * @param body text of the template
     * @return its HTTPS address
     */
    URI upload(String body);
}
