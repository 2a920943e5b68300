package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Logical ids with the first ten hex digits of a SHA-1 at their end. They are the ids that the hosted macro makes, so
 * that a stack can change between the two without replacing resources.
 */
public final class LogicalIds {

    private static final int DIGITS = 10;
    private static final String STAGE = "Stage";

    private LogicalIds() {}

    /**
     * @param id logical id of the deployment
     * @param digest all 40 hex digits; the id ends with the first ten
     */
    public record Deployment(String id, String digest) {}

    /** {@code prefix} and the hash of {@code text}; the bare prefix if that is empty. */
    public static String hashed(String prefix, String text) {
        return text.isEmpty() ? prefix : prefix + sha1(text).substring(0, DIGITS);
    }

    /** As {@link #hashed(String, String)}, of a string itself or of the compact JSON of anything else that is not blank. */
    public static String hashed(String prefix, Node content) {
        return BlankValue.is(content) ? prefix : hashed(prefix, text(content));
    }

    /** Of a Lambda version. {@code content} is what a change of must lead to a new version. */
    public static String version(String functionId, Node content) {
        return hashed(functionId + "Version", content);
    }

    /** Of a Lambda version whose code has a hash that the user gives. */
    public static String versionOfCode(String functionId, String codeSha256) {
        return functionId + "Version" + codeSha256.substring(0, Math.min(DIGITS, codeSha256.length()));
    }

    /** @param layer its {@code Type}, {@code DependsOn}, {@code Condition} and {@code Properties}, where it has them */
    public static String layerVersion(String layerId, MappingNode layer) {
        return hashed(layerId, MappingNode.of(layerId, layer));
    }

    /** Of the stage of a REST API; an intrinsic function as its name counts as empty. */
    public static String restStage(String apiId, Node stageName) {
        if (!(stageName instanceof ScalarNode name) || name.isNull()) {
            return apiId + STAGE;
        }
        return isAlphanumeric(name.text()) ? apiId + name.text() + STAGE : hashed(apiId + STAGE, name.text());
    }

    /** Of the stage of an HTTP API: as a REST API's, but for {@code $default}. */
    public static String httpStage(String apiId, Node stageName) {
        return stageName.asText().filter("$default"::equals).isPresent()
                ? apiId + "ApiGatewayDefaultStage"
                : restStage(apiId, stageName);
    }

    /** Of the permission of a REST API to call a function; an intrinsic function as stage name counts as {@code Stage}. */
    public static String apiPermission(String functionId, String eventId, Node stageName) {
        String prefix = functionId + eventId + "Permission";
        String stage = stageName.asText().orElse(STAGE);
        return isAlphanumeric(stage) ? prefix + stage : hashed(prefix, stage);
    }

    /** Of the domain name of a REST API that is not private. */
    public static String domainName(Node domainName) {
        return hashed("ApiGatewayDomainName", domainName);
    }

    /** Of the domain name of a private REST API, an HTTP API or a WebSocket API. */
    public static String domainNameV2(Node domainName) {
        return hashed("ApiGatewayDomainNameV2", domainName);
    }

    /** @param hostedZone id of the zone, else its name */
    public static String recordSetGroup(Node hostedZone) {
        return hashed("RecordSetGroup", hostedZone);
    }

    /** Of a group that the domain shares with no other one. */
    public static String separateRecordSetGroup(Node hostedZone, Node domainName) {
        return hashed("RecordSetGroup", SequenceNode.of(hostedZone, domainName));
    }

    public static String accessAssociation(Node vpcEndpointId, String domainNameId) {
        return hashed("DomainNameAccessAssociation", SequenceNode.of(vpcEndpointId, ScalarNode.string(domainNameId)));
    }

    /** Of the generated condition that an event destination is not made. */
    public static String notCondition(String condition, String invokeConfigId) {
        return hashed("NOT" + condition, invokeConfigId);
    }

    /** Of the generated condition that both the function and the destination of its events are made. */
    public static String andCondition(String first, String second, String functionId) {
        return hashed(first + "AND" + second, functionId);
    }

    /** Of the deployment of a REST API, which must be another one whenever {@code text} differs. */
    public static Deployment deployment(String apiId, String text) {
        return deploymentOf(apiId, text);
    }

    /** Of the deployment of a REST API that is deployed anew each time; ids differ by the second. */
    public static Deployment deploymentAt(String apiId, Instant time) {
        return deploymentOf(apiId, Long.toString(time.getEpochSecond()));
    }

    private static Deployment deploymentOf(String apiId, String text) {
        String digest = sha1(text);
        return new Deployment(apiId + "Deployment" + digest.substring(0, DIGITS), digest);
    }

    private static String text(Node content) {
        return content instanceof ScalarNode scalar && scalar.isString()
                ? scalar.text()
                : CanonicalJson.compact(content);
    }

    private static boolean isAlphanumeric(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(character -> character >= 'a' && character <= 'z'
                                || character >= 'A' && character <= 'Z'
                                || character >= '0' && character <= '9');
    }

    private static String sha1(String text) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
