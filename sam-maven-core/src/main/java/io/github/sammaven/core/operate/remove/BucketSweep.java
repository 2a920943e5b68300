package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.ObjectRemoval;
import io.github.sammaven.core.aws.ObjectVersion;
import java.util.ArrayList;
import java.util.List;

/** Deletes versions in a bucket, as many in a call as one may. */
final class BucketSweep {

    private final ObjectRemoval objects;
    private final String bucket;
    private final List<ObjectVersion> waiting = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    BucketSweep(ObjectRemoval objects, String bucket) {
        this.objects = objects;
        this.bucket = bucket;
    }

    void add(ObjectVersion version) {
        waiting.add(version);
        if (waiting.size() == ObjectRemoval.AT_ONCE) {
            send();
        }
    }

    /** @return what could not be deleted and why */
    List<String> finish() {
        if (!waiting.isEmpty()) {
            send();
        }
        return List.copyOf(refusals);
    }

    private void send() {
        refusals.addAll(objects.delete(bucket, List.copyOf(waiting)));
        waiting.clear();
    }
}
