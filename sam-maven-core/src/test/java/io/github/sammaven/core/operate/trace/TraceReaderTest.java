package io.github.sammaven.core.operate.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.aws.ServiceNode;
import io.github.sammaven.core.aws.TraceRecord;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeXRay;
import io.github.sammaven.core.aws.fake.ServiceAnswer;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.XRayTraces;
import io.github.sammaven.core.operate.stack.DeployedResource;
import io.github.sammaven.core.operate.stack.StackCatalogue;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class TraceReaderTest {

    private static final Instant START = Instant.ofEpochSecond(1_000_000);

    private final FakeXRay xray = new FakeXRay();
    private final FakeAws aws = new FakeAws().with("xray", xray);
    private final AwsClients clients = new AwsClients(aws.settings());
    private final XRayTraces traces = new XRayTraces(clients);
    private final RecordedEvents events = new RecordedEvents();
    private final List<String> told = new ArrayList<>();
    private Instant now = START.plusSeconds(60);

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private static String segment(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"start_time\":1000000.0,\"end_time\":1000000.5}";
    }

    private TraceRequest request(String... services) {
        return new TraceRequest(List.of(), START, now, Set.of(services));
    }

    private void read(TraceRequest request) throws InterruptedException {
        new TraceReader(traces, events, pause -> {}, () -> now).read(request, trace -> told.add(trace.id()));
    }

    @Test
    void tracesAreReadFiveAtATimeOverAllPages() throws Exception {
        xray.perPage(7);
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> "1-trace-" + i).toList();
        ids.forEach(id -> xray.trace(id, 1_000_001, 0.5, segment(id, "Orders")));
        read(request());
        assertThat(told).containsExactlyElementsOf(ids);
    }

    @Test
    void partialTracesAreCountedNotTold() throws Exception {
        xray.trace("1-whole", 1_000_001, 0.5, segment("a", "Orders")).partial("1-part", 1_000_002);
        read(request());
        assertThat(told).containsExactly("1-whole");
        assertThat(events.of(Warning.class).get(0).problem().message()).isEqualTo("1 trace is not complete yet");
    }

    @Test
    void onlyTracesOfTheStackAreTold() throws Exception {
        xray.trace("1-ours", 1_000_001, 0.5, segment("a", "shop-Orders-X1"))
                .trace("1-other", 1_000_001, 0.5, segment("b", "elsewhere"));
        StackCatalogue stack = new StackCatalogue(
                "shop",
                List.of(
                        new DeployedResource("Orders", "shop-Orders-X1", "AWS::Lambda::Function"),
                        new DeployedResource(
                                "Flow",
                                "arn:aws:states:eu-central-1:1:stateMachine:shop-Flow",
                                "AWS::StepFunctions::StateMachine")));
        TraceRequest request = new TraceRequest(List.of(), START, now, TraceRequest.servicesOf(stack));
        assertThat(request.filters()).containsExactly("service(\"shop-Orders-X1\") OR service(\"shop-Flow\")");
        read(request);
        assertThat(told).containsExactly("1-ours");
    }

    @Test
    void expressionsOfLargeStacksAreSplit() {
        List<DeployedResource> functions = IntStream.range(0, 200)
                .mapToObj(i -> new DeployedResource("F" + i, "shop-Function-" + i, "AWS::Lambda::Function"))
                .toList();
        List<String> filters = new TraceRequest(
                        List.of(), START, now, TraceRequest.servicesOf(new StackCatalogue("shop", functions)))
                .filters();
        assertThat(filters).hasSizeGreaterThan(1).allMatch(filter -> filter.length() < 2000);
        assertThat(String.join(" OR ", filters).split(" OR ")).hasSize(200);
    }

    @Test
    void timesOfMoreThanADayAreReadDayByDay() throws Exception {
        now = START.plus(Duration.ofDays(3));
        xray.trace("1-first", 1_000_001, 0.5, segment("a", "Orders"))
                .trace("1-last", 1_000_000 + 200_000, 0.5, segment("b", "Orders"));
        read(request());
        assertThat(told).containsExactly("1-first", "1-last");
    }

    @Test
    void traceThatIsNotThereIsAWarning() throws Exception {
        xray.trace("1-here", 1_000_001, 0.5, segment("a", "Orders"));
        read(new TraceRequest(List.of("1-here", "1-gone"), START, now, Set.of()));
        assertThat(told).containsExactly("1-here");
        assertThat(events.of(Warning.class).get(0).problem().message()).isEqualTo("there is no trace 1-gone");
    }

    @Test
    void followedTraceIsToldAgainOnlyWithMoreParts() {
        xray.trace("1-a", 1_000_001, 0.5, segment("a", "Orders"));
        int[] polls = {0};
        TraceReader reader = new TraceReader(
                traces,
                events,
                pause -> {
                    now = now.plus(pause);
                    polls[0]++;
                    if (polls[0] == 3) {
                        xray.trace("1-a", 1_000_001, 0.5, segment("a", "Orders"), segment("b", "Table"));
                    }
                    if (polls[0] == 6) {
                        throw new InterruptedException("enough");
                    }
                },
                () -> now);
        assertThatThrownBy(() -> reader.follow(
                        request(),
                        trace -> told.add(trace.id() + " " + trace.documents().size())))
                .isInstanceOf(InterruptedException.class);
        assertThat(told).containsExactly("1-a 1", "1-a 2");
    }

    @Test
    void servicesAreReadWithTheirEdges() {
        List<ServiceNode> graph = traces.serviceGraph(START, now);
        assertThat(graph)
                .containsExactly(
                        new ServiceNode(0, "shop-api", "AWS::ApiGateway::Stage", 4, 1, 0, 2.0, List.of(1)),
                        new ServiceNode(1, "Orders", "AWS::Lambda::Function", 4, 0, 0, 1.0, List.of()));
        assertThatThrownBy(() -> traces.serviceGraph(START, START.plus(Duration.ofDays(1))))
                .hasMessageContaining("the graph of services cannot be read")
                .hasMessageContaining("6 hours");
    }

    private TraceReader reader() {
        return new TraceReader(traces, events, pause -> {}, () -> now);
    }

    @Test
    void graphIsOfWhatTheStackTakesPartIn() throws Exception {
        assertThat(reader().graph(request("Orders"))).hasValueSatisfying(graph -> assertThat(graph.services())
                .extracting(ServiceNode::name)
                .containsExactly("shop-api", "Orders"));
        assertThat(reader().graph(request("other")))
                .hasValueSatisfying(graph -> assertThat(graph.services()).isEmpty());
        assertThat(reader().graph(request()))
                .hasValueSatisfying(graph -> assertThat(graph.services()).hasSize(2));
    }

    @Test
    void graphOfALongTimeIsThatOfItsLastSixHours() throws Exception {
        now = START.plus(Duration.ofDays(1));

        assertThat(reader().graph(request())).hasValueSatisfying(graph -> {
            assertThat(graph.from()).isEqualTo(now.minus(Duration.ofHours(6)));
            assertThat(TraceJson.graph(graph))
                    .startsWith("{\"StartTime\":1064800,\"EndTime\":1086400,\"Services\":[{\"ReferenceId\":0,"
                            + "\"Name\":\"shop-api\",\"Type\":\"AWS::ApiGateway::Stage\",\"Edges\":[{\"ReferenceId\":1}],"
                            + "\"SummaryStatistics\":{\"TotalCount\":4,\"TotalResponseTime\":2.0");
        });
    }

    @Test
    void graphThatMayNotBeReadIsAWarning() throws Exception {
        aws.with(
                "xray",
                request -> ServiceAnswer.refusal(
                        403, "AccessDeniedException", "User x is not authorized to perform: xray:GetServiceGraph"));

        assertThat(reader().graph(request())).isEmpty();
        assertThat(events.of(Warning.class).get(0).problem().suggestion()).contains("allow xray:GetServiceGraph");
    }

    @Test
    void segmentsAreWithinWhatCausedThem() {
        TraceTree tree = TraceTreeReader.read(new TraceRecord(
                "1-a",
                0.5,
                List.of(
                        "{\"id\":\"2\",\"parent_id\":\"11\",\"name\":\"Orders\",\"start_time\":10.1,\"end_time\":10.4,"
                                + "\"origin\":\"AWS::Lambda::Function\",\"fault\":true,"
                                + "\"cause\":{\"exceptions\":[{\"type\":\"KeyError\",\"message\":\"id\\nmore\"}]}}",
                        "{\"id\":\"1\",\"name\":\"api\",\"start_time\":10.0,\"end_time\":10.5,"
                                + "\"http\":{\"response\":{\"status\":502}},"
                                + "\"subsegments\":[{\"id\":\"11\",\"name\":\"Lambda\",\"start_time\":10.05,\"end_time\":10.45}]}",
                        "not a document")));
        assertThat(tree.start()).isEqualTo(10.0);
        TraceStep api = tree.roots().get(0);
        assertThat(api.httpStatus()).hasValue(502);
        TraceStep orders = api.steps().get(0).steps().get(0);
        assertThat(orders.name()).isEqualTo("Orders");
        assertThat(orders.verdict()).isEqualTo(TraceStep.Verdict.FAULT);
        assertThat(orders.reason()).isEqualTo("KeyError: id");
        assertThat(tree.roots()).hasSize(1);
    }

    @Test
    void documentsAreObjectsInJson() {
        assertThat(TraceJson.trace(new TraceRecord("1-a", 0.5, List.of("{\"z\":1,\"a\":2}"))))
                .isEqualTo("{\"Id\":\"1-a\",\"Duration\":0.5,\"Segments\":[{\"Document\":{\"z\":1,\"a\":2}}]}");
    }
}
