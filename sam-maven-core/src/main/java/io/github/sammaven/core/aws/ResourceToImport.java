package io.github.sammaven.core.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that exists and is to become part of a stack.
 *
 * @param logicalId the resource of the template that it becomes
 * @param resourceType its CloudFormation type
 * @param identifier what it is known by, {@code BucketName=orders}
 */
public record ResourceToImport(String logicalId, String resourceType, Map<String, String> identifier) {

    public ResourceToImport {
        identifier = Collections.unmodifiableMap(new LinkedHashMap<>(identifier));
    }
}
