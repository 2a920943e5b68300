package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sammaven.core.aws.AwsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ECR over HTTP on a free port, strict: a call that AWS would refuse is refused. */
public final class FakeEcr implements AutoCloseable {

    public static final String PASSWORD = "s3cret-t0ken";

    private static final String TARGET = "AmazonEC2ContainerRegistry_V20150921.";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Map<String, String>> repositories = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Refusal> refusals = new HashMap<>();

    private record Refusal(int status, String type, String message) {}

    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        RefusedException(int status, String type, String message) {
            refusal = new Refusal(status, type, message);
        }
    }

    public FakeEcr() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Settings that lead here; credentials come from elsewhere. */
    public AwsSettings settings() {
        return new AwsSettings(
                Optional.of(FakeAws.REGION), Optional.empty(), Optional.of(endpoint()), Map.of(), Optional.empty());
    }

    public synchronized FakeEcr repository(String name) {
        repositories.put(name, new HashMap<>());
        return this;
    }

    /** An image in a repository; its digest is made up from its tag. */
    public synchronized FakeEcr image(String repository, String tag, String manifest) {
        repositories.get(repository).put(tag, manifest);
        return this;
    }

    /** All calls of {@code action} fail. */
    public synchronized FakeEcr refuse(String action, int status, String type, String message) {
        refusals.put(action, new Refusal(status, type, message));
        return this;
    }

    /** Names of the calls so far, with what they are about. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized boolean has(String repository) {
        return repositories.containsKey(repository);
    }

    /** Tags in a repository, sorted. */
    public synchronized List<String> tags(String repository) {
        return repositories.getOrDefault(repository, Map.of()).keySet().stream()
                .sorted()
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = 200;
            ObjectNode answer;
            try {
                answer = answer(exchange, body);
            } catch (RefusedException refused) {
                status = refused.refusal.status();
                answer = MAPPER.createObjectNode()
                        .put("__type", refused.refusal.type())
                        .put("message", refused.refusal.message());
            }
            byte[] bytes = MAPPER.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized ObjectNode answer(HttpExchange exchange, String body) throws IOException, RefusedException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!exchange.getRequestMethod().equals("POST") || !type.equals("application/x-amz-json-1.1")) {
            throw new RefusedException(404, "UnknownOperationException", "");
        }
        if (!signature.contains("/" + FakeAws.REGION + "/ecr/aws4_request")) {
            throw new RefusedException(400, "InvalidSignatureException", "Credential should be scoped to ecr");
        }
        String action = target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
        JsonNode request = MAPPER.readTree(body);
        calls.add((action + " " + request.path("repositoryName").asText("")).strip());
        Refusal refusal = refusals.get(action);
        if (refusal != null) {
            throw new RefusedException(refusal.status(), refusal.type(), refusal.message());
        }
        return switch (action) {
            case "GetAuthorizationToken" -> token(request);
            case "BatchGetImage" -> images(request);
            case "DeleteRepository" -> delete(request);
            case "BatchDeleteImage" -> deleteImages(request);
            case "DescribeImages" -> describeImages(request);
            default -> throw new RefusedException(400, "UnknownOperationException", "");
        };
    }

    private static ObjectNode token(JsonNode request) throws RefusedException {
        if (!request.isEmpty()) {
            throw new RefusedException(400, "InvalidParameterException", "registryIds is deprecated");
        }
        String token = Base64.getEncoder().encodeToString(("AWS:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putArray("authorizationData")
                .addObject()
                .put("authorizationToken", token)
                .put("expiresAt", 1_800_000_000)
                .put("proxyEndpoint", "https://" + FakeAws.ACCOUNT + ".dkr.ecr." + FakeAws.REGION + ".amazonaws.com");
        return answer;
    }

    private Map<String, String> repository(JsonNode request) throws RefusedException {
        String name = request.path("repositoryName").asText();
        Map<String, String> images = repositories.get(name);
        String account = request.path("registryId").asText(FakeAws.ACCOUNT);
        if (images == null || !account.equals(FakeAws.ACCOUNT)) {
            throw new RefusedException(
                    400,
                    "RepositoryNotFoundException",
                    "The repository with name '" + name + "' does not exist in the registry with id '" + account + "'");
        }
        return images;
    }

    private ObjectNode images(JsonNode request) throws RefusedException {
        Map<String, String> images = repository(request);
        String tag = request.path("imageIds").path(0).path("imageTag").asText();
        ObjectNode answer = MAPPER.createObjectNode();
        String manifest = images.get(tag);
        if (manifest == null) {
            answer.putArray("images");
            ObjectNode failure = answer.putArray("failures").addObject();
            failure.putObject("imageId").put("imageTag", tag);
            failure.put("failureCode", "ImageNotFound").put("failureReason", "Requested image not found");
        } else {
            ObjectNode image = answer.putArray("images").addObject();
            image.put("imageManifest", manifest)
                    .put("repositoryName", request.path("repositoryName").asText());
            image.putObject("imageId").put("imageTag", tag).put("imageDigest", "sha256:of-" + tag);
            answer.putArray("failures");
        }
        return answer;
    }

    private ObjectNode delete(JsonNode request) throws RefusedException {
        boolean empty = repository(request).isEmpty();
        if (!empty && !request.path("force").asBoolean()) {
            throw new RefusedException(400, "RepositoryNotEmptyException", "The repository cannot be deleted");
        }
        repositories.remove(request.path("repositoryName").asText());
        return MAPPER.createObjectNode();
    }

    private ObjectNode deleteImages(JsonNode request) throws RefusedException {
        Map<String, String> images = repository(request);
        JsonNode ids = request.path("imageIds");
        if (ids.isEmpty() || ids.size() > 100) {
            throw new RefusedException(400, "InvalidParameterException", "imageIds must have between 1 and 100 items");
        }
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putArray("imageIds");
        ArrayNode failures = answer.putArray("failures");
        for (JsonNode id : ids) {
            if (images.remove(tag(id)) == null) {
                ObjectNode failure = failures.addObject();
                failure.set("imageId", id);
                failure.put("failureCode", "ImageNotFound").put("failureReason", "Requested image not found");
            }
        }
        return answer;
    }

    private ObjectNode describeImages(JsonNode request) throws RefusedException {
        Map<String, String> images = repository(request);
        String tag = tag(request.path("imageIds").path(0));
        if (!images.containsKey(tag)) {
            throw new RefusedException(400, "ImageNotFoundException", "The image does not exist");
        }
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putArray("imageDetails").addObject().putArray("imageTags").add(tag);
        return answer;
    }

    private static String tag(JsonNode id) {
        return id.has("imageTag")
                ? id.path("imageTag").asText()
                : id.path("imageDigest").asText().replace("sha256:of-", "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
