package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ContentHash;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts templates into the bucket under a key made from their content, as SAM CLI does. */
public final class UploadedTemplates {

    private static final String EXTENSION = ".template";

    private final ArtifactStore store;
    private final PackageOptions options;

    public UploadedTemplates(ArtifactStore store, PackageOptions options) {
        this.store = store;
        this.options = options;
    }

    /**
     * @param body text of a template
     * @return the HTTPS address CloudFormation reads it from
     */
    public URI upload(String body) {
        try {
            Path file = Files.createTempFile("sam-maven-", EXTENSION);
            try {
                Files.writeString(file, body);
                String key = options.key(ContentHash.md5(file)) + EXTENSION;
                if (options.forceUpload() || !store.contains(key)) {
                    store.put(key, file);
                }
                return store.url(key);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new SamException("the template cannot be prepared for upload: " + failed.getMessage(), "", failed);
        }
    }
}
