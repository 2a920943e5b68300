package io.github.sammaven.plugin.config;

import io.github.sammaven.core.aws.ResourceToImport;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code <resource>} of {@code <resourcesToImport>}, filled by Maven. */
public final class ImportedResource {

    private @Nullable String logicalId;
    private @Nullable String resourceType;
    private @Nullable Map<String, String> identifier;

    /** The resource of the template that it becomes. */
    public void setLogicalId(String logicalId) {
        this.logicalId = logicalId;
    }

    /** Its CloudFormation type. */
    public void setResourceType(String resourceType) {
        this.resourceType = resourceType;
    }

    /** What it is known by, {@code <BucketName>orders</BucketName>}. */
    public void setIdentifier(Map<String, String> identifier) {
        this.identifier = identifier;
    }

    /** @throws InvalidOptionException if something is missing */
    public ResourceToImport toImport() {
        if (logicalId == null || resourceType == null || identifier == null || identifier.isEmpty()) {
            throw new InvalidOptionException(
                    "a resource to import needs logicalId, resourceType and identifier",
                    "<identifier><BucketName>orders</BucketName></identifier> names what exists");
        }
        return new ResourceToImport(logicalId, resourceType, identifier);
    }
}
