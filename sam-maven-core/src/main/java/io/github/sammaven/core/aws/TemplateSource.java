package io.github.sammaven.core.aws;

import java.net.URI;

/** How the service gets at the template. */
public sealed interface TemplateSource {

    /**
     * The template goes with the call.
     *
     * @param body its text, at most 51,200 bytes (CloudFormation quotas, template body in a request)
     */
    record Inline(String body) implements TemplateSource {

        /** Without the text. */
        @Override
        public String toString() {
            return "Inline[" + body.length() + " characters]";
        }
    }

    /**
     * The template is in a bucket.
     *
     * @param url its HTTPS address; at most 1 MB may be there (CloudFormation quotas, template body in S3)
     */
    record Uploaded(URI url) implements TemplateSource {}
}
