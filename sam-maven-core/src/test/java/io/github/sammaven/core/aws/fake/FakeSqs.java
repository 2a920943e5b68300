package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SQS as far as messages are sent; a FIFO queue takes none without a group. */
public final class FakeSqs implements FakeService {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> queues;
    private final List<JsonNode> messages = new ArrayList<>();

    /** @param queueUrls of the queues that are there */
    public FakeSqs(Set<String> queueUrls) {
        this.queues = Set.copyOf(queueUrls);
    }

    /** What was sent, with all that was said about it. */
    public synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        try {
            JsonNode body = MAPPER.readTree(request.text());
            String queue = body.path("QueueUrl").asText();
            if (request.operation().equals("GetQueueUrl")) {
                return url(body);
            }
            if (!request.operation().equals("SendMessage")) {
                return ServiceAnswer.refusal(400, "UnknownOperationException", "");
            }
            if (!queues.contains(queue)) {
                return ServiceAnswer.refusal(
                        400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
            }
            if (queue.endsWith(".fifo") && !body.has("MessageGroupId")) {
                return ServiceAnswer.refusal(
                        400,
                        "com.amazonaws.sqs#MissingParameter",
                        "The request must contain the parameter MessageGroupId.");
            }
            messages.add(body);
            String md5 = md5(body.path("MessageBody").asText());
            return ServiceAnswer.json(
                    200, "{\"MD5OfMessageBody\":\"" + md5 + "\",\"MessageId\":\"m-" + messages.size() + "\"}");
        } catch (JsonProcessingException broken) {
            return ServiceAnswer.refusal(400, "SerializationException", "");
        }
    }

    private ServiceAnswer url(JsonNode asked) {
        String end = "/" + asked.path("QueueOwnerAWSAccountId").asText() + "/"
                + asked.path("QueueName").asText();
        return queues.stream()
                .filter(queue -> queue.endsWith(end))
                .findFirst()
                .map(queue -> ServiceAnswer.json(200, "{\"QueueUrl\":\"" + queue + "\"}"))
                .orElseGet(() -> ServiceAnswer.refusal(
                        400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist."));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
