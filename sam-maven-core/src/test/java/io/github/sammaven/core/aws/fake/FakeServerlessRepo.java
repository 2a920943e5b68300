package io.github.sammaven.core.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Serverless Application Repository: lists by pages of a hundred, knows versions, refuses a name that is taken. */
public final class FakeServerlessRepo implements FakeService {

    private static final String ARN =
            "arn:aws:serverlessrepo:" + FakeAws.REGION + ":" + FakeAws.ACCOUNT + ":applications/";
    private static final Pattern VERSION = Pattern.compile("/applications/([^/]+)/versions/([^/]+)");
    private static final Pattern APPLICATION = Pattern.compile("/applications/([^/]+)");
    private static final int PAGE = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Set<String>> versions = new LinkedHashMap<>();
    private String refusal = "";
    private String reason = "";

    /** Applications that were there before. */
    public FakeServerlessRepo fill(int count) {
        for (int i = 0; i < count; i++) {
            versions.put("other-" + i, new TreeSet<>());
        }
        return this;
    }

    /** Whatever writes is refused. */
    public FakeServerlessRepo refuse(String type, String message) {
        refusal = type;
        reason = message;
        return this;
    }

    @Override
    public ServiceAnswer answer(ServiceRequest request) {
        String path = request.uri().getPath();
        if (request.method().equals("GET") && path.equals("/applications")) {
            return list(request);
        }
        if (!refusal.isEmpty()) {
            return ServiceAnswer.refusal(403, refusal, reason);
        }
        Matcher version = VERSION.matcher(path.replace(ARN, ""));
        Matcher application = APPLICATION.matcher(path.replace(ARN, ""));
        if (request.method().equals("POST") && path.equals("/applications")) {
            return create(read(request));
        }
        if (request.method().equals("PUT") && version.matches()) {
            return addVersion(version.group(1), version.group(2), read(request));
        }
        if (request.method().equals("PATCH") && application.matches() && versions.containsKey(application.group(1))) {
            return said(application.group(1), 200);
        }
        return ServiceAnswer.refusal(404, "NotFoundException", "there is nothing at " + path);
    }

    private JsonNode read(ServiceRequest request) {
        try {
            return json.readTree(request.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ServiceAnswer list(ServiceRequest request) {
        String query = String.valueOf(request.uri().getQuery());
        Matcher token = Pattern.compile("nextToken=(\\d+)").matcher(query);
        int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
        List<String> names = new ArrayList<>(versions.keySet());
        int to = Math.min(names.size(), from + PAGE);
        ObjectNode page = json.createObjectNode();
        ArrayNode applications = page.putArray("applications");
        names.subList(from, to)
                .forEach(name -> applications.addObject().put("name", name).put("applicationId", ARN + name));
        if (to < names.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return ServiceAnswer.json(200, page.toString());
    }

    private ServiceAnswer create(JsonNode sent) {
        for (String field : List.of("name", "description", "author")) {
            if (!sent.hasNonNull(field)) {
                return ServiceAnswer.refusal(400, "BadRequestException", field + " is required");
            }
        }
        String name = sent.get("name").asText();
        if (versions.containsKey(name)) {
            return ServiceAnswer.refusal(
                    409, "ConflictException", "Application with id " + ARN + name + " already exists");
        }
        versions.put(name, new TreeSet<>());
        if (sent.hasNonNull("semanticVersion")) {
            versions.get(name).add(sent.get("semanticVersion").asText());
        }
        return said(name, 201);
    }

    private ServiceAnswer addVersion(String name, String version, JsonNode sent) {
        if (!sent.hasNonNull("templateBody") && !sent.hasNonNull("templateUrl")) {
            return ServiceAnswer.refusal(400, "BadRequestException", "a template is required");
        }
        return versions.get(name).add(version)
                ? said(name, 201)
                : ServiceAnswer.refusal(409, "ConflictException", "Version " + version + " already exists");
    }

    private ServiceAnswer said(String name, int status) {
        return ServiceAnswer.json(
                status,
                json.createObjectNode()
                        .put("applicationId", ARN + name)
                        .put("name", name)
                        .toString());
    }
}
