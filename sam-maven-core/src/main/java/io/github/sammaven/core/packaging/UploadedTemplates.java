package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ContentHash;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.ArtifactPackaged.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts templates into the bucket under a key made from their content, as SAM CLI does. */
public final class UploadedTemplates {

    static final String EXTENSION = ".template";

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
                String key = key(options, file);
                upload(key, file);
                return store.url(key);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new SamException("the template cannot be prepared for upload: " + failed.getMessage(), "", failed);
        }
    }

    static String key(PackageOptions options, Path file) throws IOException {
        return options.key(ContentHash.md5(file)) + EXTENSION;
    }

    Outcome upload(String key, Path file) {
        if (!options.forceUpload() && store.contains(key)) {
            return Outcome.UNCHANGED;
        }
        store.put(key, file);
        return Outcome.UPLOADED;
    }
}
