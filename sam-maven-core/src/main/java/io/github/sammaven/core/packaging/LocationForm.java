package io.github.sammaven.core.packaging;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;

/** How a property writes a place in a bucket. */
enum LocationForm {
    /** {@code s3://bucket/key}. */
    URI {
        @Override
        Node location(String bucket, String key, SourceMark mark) {
            return ScalarNode.string("s3://" + bucket + "/" + key, mark);
        }
    },
    /** A mapping of {@code S3Bucket} and {@code S3Key}. */
    S3_BUCKET_AND_KEY {
        @Override
        Node location(String bucket, String key, SourceMark mark) {
            return MappingNode.builder(mark)
                    .put("S3Bucket", mark, ScalarNode.string(bucket, mark))
                    .put("S3Key", mark, ScalarNode.string(key, mark))
                    .build();
        }
    };

    abstract Node location(String bucket, String key, SourceMark mark);
}
