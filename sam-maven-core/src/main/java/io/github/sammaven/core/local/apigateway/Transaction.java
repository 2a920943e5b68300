package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.journal.RequestJournal;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.RequestServed;
import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** One request and its answer: given once, and told once to the access log and once to the journal. */
final class Transaction {

    private final long began = System.nanoTime();
    private final RequestJournal journal;
    private final EventSink events;
    private final Clock clock;
    private final HttpServerExchange exchange;
    private final Reply reply;
    private volatile ApiRequest request;
    private volatile long bodySize;
    private volatile long eventSize;
    private String source;
    private String remark = "";
    private Duration took = Duration.ZERO;

    Transaction(HttpServerExchange exchange, GatewaySettings settings, PublishedApi api) {
        this.exchange = exchange;
        this.journal = settings.journal();
        this.events = settings.events();
        this.clock = settings.clock();
        this.reply = new Reply(exchange, keepsBodies());
        this.source = api.api().id();
        this.request = RequestReader.head(exchange, Instant.now(clock));
    }

    private boolean keepsBodies() {
        return journal != RequestJournal.NONE;
    }

    HttpServerExchange exchange() {
        return exchange;
    }

    Reply reply() {
        return reply;
    }

    ApiRequest request() {
        return request;
    }

    void bodyCame(byte[] body, long size) {
        bodySize = size;
        if (body.length > 0) {
            request = RequestReader.with(request, body);
        }
    }

    void eventMade(long size) {
        eventSize = size;
    }

    /** Gives the answer unless another thread has given one. */
    void answer(PublishedApi api, ApiResponse response, String who, String what) {
        if (reply.claim()) {
            synchronized (this) {
                reply.whole(response);
                ended(api, who, what);
            }
        }
    }

    /** The last step of an answer that was streamed. */
    synchronized void streamed(PublishedApi api, String who, String what) {
        reply.end();
        ended(api, who, what);
    }

    private void ended(PublishedApi api, String who, String what) {
        source = api.api().id();
        remark = what;
        took = Duration.ofNanos(System.nanoTime() - began);
        events.accept(new RequestServed(
                LocalTime.ofInstant(request.at(), clock.getZone()),
                request.method(),
                target(),
                reply.status(),
                took,
                bodySize,
                reply.size(),
                eventSize,
                detail(who, what)));
    }

    private static String detail(String who, String what) {
        return who.isEmpty() || what.isEmpty() ? who + what : who + ": " + what;
    }

    private String target() {
        return request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
    }

    /** An answer without a function. */
    void answerAndClose(PublishedApi api, ApiResponse response, String who, String what) {
        answer(api, response, who, what);
        close(Optional.empty());
    }

    void refuse(PublishedApi api, GatewayError error, String why) {
        answerAndClose(api, api.error(request, error), "", why);
    }

    /** Waits for the answer that is being given, and hands everything to the journal. */
    synchronized void close(Optional<ServedRequest.Call> call) {
        journal.add(new ServedRequest(
                request.id(),
                request.at(),
                source,
                request.method(),
                target(),
                reply.status(),
                took,
                bodySize,
                reply.body(),
                call,
                remark));
    }
}
