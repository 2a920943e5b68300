package io.github.sammaven.core.aws.fake;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudFormation and STS over HTTP on a free port, scripted and strict: a call that AWS would refuse is refused in AWS's
 * words. Nothing in it depends on the time of day; operations advance with the calls that look at them.
 */
public final class FakeAws implements AutoCloseable {

    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "eu-central-1";

    private static final Pattern SIGNATURE = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/([^/]+)/([^/]+)/aws4_request, SignedHeaders=\\S*host\\S*, Signature=[0-9a-f]{64}");

    static {
        // Read once by the JDK's server; without it each answer waits 40 ms for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final FakeCloudFormation cloudFormation = new FakeCloudFormation();
    private final List<QueryRequest> requests = new ArrayList<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private final Map<String, FakeService> services = new LinkedHashMap<>();
    private final List<ServiceRequest> serviceRequests = new ArrayList<>();
    private int answered;

    private record Fault(RuntimeException error, int after, int times) {}

    public FakeAws() {
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
                Optional.of(REGION), Optional.empty(), Optional.of(endpoint()), Map.of(), Optional.empty());
    }

    /** To script stacks. */
    public FakeCloudFormation cloudFormation() {
        return cloudFormation;
    }

    /**
     * Answers for another service too.
     *
     * @param signingName the service's name in signatures, {@code codedeploy}
     */
    public synchronized FakeAws with(String signingName, FakeService service) {
        services.put(signingName, service);
        return this;
    }

    /** All calls of the services that were added, oldest first. */
    public synchronized List<ServiceRequest> serviceRequests() {
        return List.copyOf(serviceRequests);
    }

    /** The next {@code times} calls of {@code action} are too many. */
    public FakeAws throttle(String action, int times) {
        return throttle(action, 0, times);
    }

    /** After {@code after} more calls of {@code action} that work, {@code times} are too many. */
    public synchronized FakeAws throttle(String action, int after, int times) {
        faults.put(action, new Fault(new QueryError(400, "Throttling", "Rate exceeded"), after, times));
        return this;
    }

    /** After {@code after} more calls of {@code action} that work, {@code times} have no answer. */
    public synchronized FakeAws drop(String action, int after, int times) {
        faults.put(action, new Fault(new DroppedConnection(), after, times));
        return this;
    }

    /** The next call of {@code action} fails. */
    public FakeAws refuse(String action, int status, String code, String message) {
        return refuse(action, 0, status, code, message);
    }

    /** After {@code after} more calls of {@code action} that work, one fails. */
    public synchronized FakeAws refuse(String action, int after, int status, String code, String message) {
        faults.put(action, new Fault(new QueryError(status, code, message), after, 1));
        return this;
    }

    /** All calls so far, the refused ones too. */
    public synchronized List<QueryRequest> requests() {
        return List.copyOf(requests);
    }

    /** Calls of {@code action} so far. */
    public synchronized List<QueryRequest> requests(String action) {
        return requests.stream()
                .filter(request -> request.action().equals(action))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            ServiceAnswer answer = answer(exchange, sent);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (DroppedConnection dropped) {
            // Closed without an answer.
            return;
        }
    }

    /** The service a call is signed for answers it; what no other service was added for are query calls. */
    private synchronized ServiceAnswer answer(HttpExchange exchange, byte[] sent) {
        FakeService service;
        try {
            service = services.get(signedFor(exchange));
        } catch (QueryError unsigned) {
            service = null;
        }
        if (service == null) {
            return answer(exchange, QueryRequest.parse(new String(sent, StandardCharsets.UTF_8)));
        }
        ServiceRequest request = ServiceRequest.of(exchange, sent);
        serviceRequests.add(request);
        return service.answer(request);
    }

    private ServiceAnswer answer(HttpExchange exchange, QueryRequest request) {
        requests.add(request);
        String requestId = "00000000-0000-0000-0000-%012d".formatted(++answered);
        String namespace = "http://cloudformation.amazonaws.com/doc/2010-05-15/";
        try {
            String service = signedFor(exchange);
            String version = request.get("Version").orElse("");
            String result;
            if (service.equals("sts") && version.equals("2011-06-15")) {
                namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
                fail(request.action());
                result = sts(request);
            } else if (service.equals("cloudformation") && version.equals("2010-05-15")) {
                fail(request.action());
                result = cloudFormation.answer(request);
            } else {
                throw new QueryError(403, "SignatureDoesNotMatch", "Credential should be scoped to correct service");
            }
            return ServiceAnswer.xml(200, success(request.action(), namespace, result, requestId));
        } catch (QueryError error) {
            return ServiceAnswer.xml(error.status(), failure(error, namespace, requestId));
        }
    }

    private static String signedFor(HttpExchange exchange) {
        String signature = exchange.getRequestHeaders().getFirst("Authorization");
        if (signature == null || exchange.getRequestHeaders().getFirst("X-Amz-Date") == null) {
            throw new QueryError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        }
        Matcher parts = SIGNATURE.matcher(signature);
        if (!parts.matches() || !parts.group(1).equals(REGION)) {
            throw new QueryError(
                    403, "IncompleteSignature", "The request signature does not conform to AWS standards.");
        }
        return parts.group(2);
    }

    private void fail(String action) {
        Fault fault = faults.get(action);
        if (fault == null) {
            return;
        }
        if (fault.after() > 0) {
            faults.put(action, new Fault(fault.error(), fault.after() - 1, fault.times()));
            return;
        }
        if (fault.times() == 1) {
            faults.remove(action);
        } else {
            faults.put(action, new Fault(fault.error(), 0, fault.times() - 1));
        }
        throw fault.error();
    }

    private static String sts(QueryRequest request) {
        if (!request.action().equals("GetCallerIdentity")) {
            throw new QueryError(400, "InvalidAction", "Could not find operation " + request.action());
        }
        return new Xml()
                .element("Arn", "arn:aws:iam::" + ACCOUNT + ":user/tester")
                .element("UserId", "AIDAEXAMPLE")
                .element("Account", ACCOUNT)
                .toString();
    }

    private static String success(String action, String namespace, String result, String requestId) {
        return "<" + action + "Response xmlns=\"" + namespace + "\"><" + action + "Result>" + result + "</" + action
                + "Result><ResponseMetadata><RequestId>" + requestId + "</RequestId></ResponseMetadata></" + action
                + "Response>";
    }

    private static String failure(QueryError error, String namespace, String requestId) {
        String type = error.status() >= 500 ? "Receiver" : "Sender";
        Xml content =
                new Xml().element("Type", type).element("Code", error.code()).element("Message", error.getMessage());
        return "<ErrorResponse xmlns=\"" + namespace + "\"><Error>" + content + "</Error><RequestId>" + requestId
                + "</RequestId></ErrorResponse>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
