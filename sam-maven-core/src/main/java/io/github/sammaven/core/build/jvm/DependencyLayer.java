package io.github.sammaven.core.build.jvm;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A layer made for functions that need the same third-party jars.
 *
 * @param jars what is in it
 * @param runtimes of the functions that share it
 * @param serverless whether it is written as SAM's resource
 */
record DependencyLayer(List<RuntimeJar> jars, SortedSet<String> runtimes, boolean serverless) {

    private static final String PREFIX = "DependencyLayer";
    private static final int HASH_DIGITS = 10;

    /** The same for the same set of jars, in whatever order they come. */
    static String idOf(List<RuntimeJar> jars) {
        String names = jars.stream()
                .map(jar -> jar.groupId() + ":" + jar.fileName())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One layer for the functions of both, which have the same jars. */
    static DependencyLayer together(DependencyLayer one, DependencyLayer other) {
        SortedSet<String> runtimes = new TreeSet<>(one.runtimes);
        runtimes.addAll(other.runtimes);
        return new DependencyLayer(one.jars, runtimes, one.serverless || other.serverless);
    }

    /**
     * The resource. Old versions are deleted when a new one replaces them: functions keep working with a layer that was
     * deleted.
     *
     * @param content path of its folder from the template's folder
     */
    MappingNode resource(String content) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("Description", "Third-party jars")
                .put(serverless ? "ContentUri" : "Content", content)
                .put(
                        "CompatibleRuntimes",
                        SequenceNode.of(
                                runtimes.stream().map(ScalarNode::string).toList()));
        if (serverless) {
            properties.put("RetentionPolicy", "Delete");
        }
        return MappingNode.builder()
                .put("Type", serverless ? "AWS::Serverless::LayerVersion" : "AWS::Lambda::LayerVersion")
                .put("Properties", properties.build())
                .build();
    }
}
