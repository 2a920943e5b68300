package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ServiceNode;
import io.github.sammaven.core.aws.TraceRecord;
import io.github.sammaven.core.aws.TraceSummaries;
import io.github.sammaven.core.aws.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.xray.model.Edge;
import software.amazon.awssdk.services.xray.model.GetTraceSummariesResponse;
import software.amazon.awssdk.services.xray.model.Segment;
import software.amazon.awssdk.services.xray.model.Service;
import software.amazon.awssdk.services.xray.model.ServiceStatistics;
import software.amazon.awssdk.services.xray.model.TimeRangeType;
import software.amazon.awssdk.services.xray.model.Trace;
import software.amazon.awssdk.services.xray.model.TraceSummary;

/** X-Ray. The client is made when it is first needed. */
public final class XRayTraces implements Traces {

    private final AwsClients clients;
    private final PassingFaults faults;

    public XRayTraces(AwsClients clients) {
        this.clients = clients;
        this.faults = new PassingFaults(clients.errors());
    }

    @Override
    public TraceSummaries summaries(Instant from, Instant to, Optional<String> filter, Optional<String> token) {
        GetTraceSummariesResponse page = reading(
                "traces cannot be listed", () -> clients.xray().getTraceSummaries(request -> request.startTime(from)
                        .endTime(to)
                        .timeRangeType(TimeRangeType.TRACE_ID)
                        .filterExpression(filter.orElse(null))
                        .nextToken(token.orElse(null))));
        List<String> complete = page.traceSummaries().stream()
                .filter(summary -> !Boolean.TRUE.equals(summary.isPartial()))
                .map(TraceSummary::id)
                .toList();
        return new TraceSummaries(
                complete, page.traceSummaries().size() - complete.size(), Optional.ofNullable(page.nextToken()));
    }

    @Override
    public List<TraceRecord> read(List<String> ids) {
        return reading(
                "traces cannot be read",
                () -> clients.xray().batchGetTracesPaginator(request -> request.traceIds(ids)).traces().stream()
                        .map(XRayTraces::trace)
                        .toList());
    }

    @Override
    public List<ServiceNode> serviceGraph(Instant from, Instant to) {
        return reading(
                "the graph of services cannot be read",
                () ->
                        clients
                                .xray()
                                .getServiceGraphPaginator(
                                        request -> request.startTime(from).endTime(to))
                                .services()
                                .stream()
                                .map(XRayTraces::node)
                                .toList());
    }

    private static TraceRecord trace(Trace trace) {
        return new TraceRecord(
                trace.id(),
                trace.duration() == null ? 0 : trace.duration(),
                trace.segments().stream().map(Segment::document).toList());
    }

    private static ServiceNode node(Service service) {
        @Nullable ServiceStatistics figures = service.summaryStatistics();
        return new ServiceNode(
                service.referenceId() == null ? 0 : service.referenceId(),
                StackRecords.orEmpty(service.name()),
                StackRecords.orEmpty(service.type()),
                figures == null ? 0 : number(figures.totalCount()),
                figures == null || figures.faultStatistics() == null
                        ? 0
                        : number(figures.faultStatistics().totalCount()),
                figures == null || figures.errorStatistics() == null
                        ? 0
                        : number(figures.errorStatistics().totalCount()),
                figures == null || figures.totalResponseTime() == null ? 0 : figures.totalResponseTime(),
                service.edges().stream().map(Edge::referenceId).toList());
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private <T> T reading(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw faults.of("xray", what, failure);
        }
    }
}
