package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Kinesis as far as records are put. */
public final class FakeKinesis implements FakeService {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        // The SDK would send CBOR; with this its clients of Kinesis speak JSON.
        System.setProperty("aws.cborEnabled", "false");
    }

    private final Set<String> streams;
    private final List<String> records = new ArrayList<>();

    public FakeKinesis(Set<String> streamNames) {
        this.streams = Set.copyOf(streamNames);
    }

    /** Data of the records. */
    public synchronized List<String> records() {
        return List.copyOf(records);
    }

    @Override
    public synchronized ServiceAnswer answer(ServiceRequest request) {
        try {
            JsonNode body = MAPPER.readTree(request.text());
            String stream = body.path("StreamName").asText();
            if (!request.operation().equals("PutRecord")) {
                return ServiceAnswer.refusal(400, "UnknownOperationException", "");
            }
            if (!streams.contains(stream)) {
                return ServiceAnswer.refusal(
                        400, "ResourceNotFoundException", "Stream " + stream + " under account not found.");
            }
            if (!body.hasNonNull("PartitionKey")) {
                return ServiceAnswer.refusal(400, "ValidationException", "Value null at 'partitionKey'");
            }
            byte[] data = Base64.getDecoder().decode(body.path("Data").asText());
            records.add(new String(data, StandardCharsets.UTF_8));
            return ServiceAnswer.json(200, "{\"ShardId\":\"shardId-000000000000\",\"SequenceNumber\":\"1\"}");
        } catch (JsonProcessingException broken) {
            return ServiceAnswer.refusal(400, "SerializationException", "");
        }
    }
}
