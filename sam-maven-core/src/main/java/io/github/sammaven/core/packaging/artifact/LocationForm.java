package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.Optional;

/** How a property writes a place in a bucket. */
public enum LocationForm {
    /** {@code s3://bucket/key}. */
    URI {
        @Override
        public Node location(S3Object object, SourceMark mark) {
            return ScalarNode.string(object.uri(), mark);
        }
    },
    /** A mapping of {@code S3Bucket}, {@code S3Key} and, where there is a version, {@code S3ObjectVersion}. */
    S3_BUCKET_AND_KEY {
        @Override
        public Node location(S3Object object, SourceMark mark) {
            return mapping(object, "S3Bucket", "S3Key", Optional.of("S3ObjectVersion"), mark);
        }
    },
    /** A mapping of {@code S3Bucket} and {@code S3Key}, whatever the version. */
    S3_BUCKET_AND_KEY_ONLY {
        @Override
        public Node location(S3Object object, SourceMark mark) {
            return mapping(object, "S3Bucket", "S3Key", Optional.empty(), mark);
        }
    },
    /** A mapping of {@code Bucket}, {@code Key} and, where there is a version, {@code Version}. */
    BUCKET_AND_KEY {
        @Override
        public Node location(S3Object object, SourceMark mark) {
            return mapping(object, "Bucket", "Key", Optional.of("Version"), mark);
        }
    },
    /** {@code https://s3.REGION.amazonaws.com/bucket/key}. */
    PATH_STYLE_URL {
        @Override
        public Node location(S3Object object, SourceMark mark) {
            return ScalarNode.string(object.pathStyleUrl().toString(), mark);
        }
    };

    public abstract Node location(S3Object object, SourceMark mark);

    /** Whether it is a mapping, so that one text does not do. */
    public boolean isMapping() {
        return this != URI && this != PATH_STYLE_URL;
    }

    private static Node mapping(S3Object object, String bucket, String key, Optional<String> version, SourceMark mark) {
        MappingNode.Builder parts = MappingNode.builder(mark)
                .put(bucket, mark, ScalarNode.string(object.bucket(), mark))
                .put(key, mark, ScalarNode.string(object.key(), mark));
        version.ifPresent(
                name -> object.version().ifPresent(value -> parts.put(name, mark, ScalarNode.string(value, mark))));
        return parts.build();
    }
}
