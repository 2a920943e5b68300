package io.github.sammaven.core.transform.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The IAM policies that AWS manages, by name. */
public final class ManagedPolicies {

    private @Nullable Map<String, String> arns;
    private String loaded = "";

    /** Nothing is read yet. */
    public static ManagedPolicies load() {
        return new ManagedPolicies();
    }

    private ManagedPolicies() {}

    /** The ARN of the policy of this name in {@code partition}; none in partitions whose policies nobody lists. */
    public synchronized Optional<String> arn(String partition, String name) {
        Map<String, String> known = arns;
        if (known == null || !loaded.equals(partition)) {
            known = read(partition);
            arns = known;
            loaded = partition;
        }
        return Optional.ofNullable(known.get(name));
    }

    private static Map<String, String> read(String partition) {
        Map<String, String> arns = new HashMap<>();
        String prefix = "";
        boolean here = false;
        for (List<String> words : DataFile.words("managed-policies.txt")) {
            String first = words.get(0);
            if (DataFile.isHeader(first)) {
                here = words.contains(partition);
                String path = DataFile.name(first);
                prefix = "arn:" + partition + ":iam::aws:policy/" + (path.isEmpty() ? "" : path + "/");
            } else if (here) {
                arns.put(first, prefix + first);
            }
        }
        return arns;
    }
}
