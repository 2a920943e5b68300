package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.journal.RequestJournal;
import io.github.sammaven.core.report.EventSink;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves a WebSocket API: clients connect at {@code /} and {@code /<stage>}, functions reach them at
 * {@code /@connections/<id>} and {@code /<stage>/@connections/<id>}. It takes exchanges that may block, as those of
 * {@link io.github.sammaven.core.local.http.HttpListener} may.
 */
public final class WebSocketGateway implements HttpHandler {

    private final ServedStage stage;
    private final Connections connections = new Connections();
    private final ConnectHandler connect;
    private final MessageHandler messages;
    private final DisconnectHandler disconnect;
    private final ManagementHandler management;
    private final ExecutorService threads;
    private final Timer timer;
    private final Runnable stopTimer;
    private final Clock clock;
    private volatile boolean stopping;

    WebSocketGateway(
            LocalApi api,
            FunctionService functions,
            ConnectAuthorizer authorizer,
            boolean unsignedAllowed,
            AccessLog log,
            Timer timer,
            Runnable stopTimer,
            Clock clock) {
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sam-local-socket-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.timer = timer;
        this.stopTimer = stopTimer;
        this.clock = clock;
        this.stage = new ServedStage(api, new FunctionCalls(functions, threads, timer), log, clock);
        SocketEvents events = new SocketEvents(api);
        this.messages = new MessageHandler(stage, events);
        this.disconnect = new DisconnectHandler(stage, events);
        this.management = new ManagementHandler(stage, connections, unsignedAllowed);
        this.connect =
                new ConnectHandler(stage, new ConnectRoute(stage, events, authorizer), connections, this::opened);
    }

    /**
     * @param api of kind WEBSOCKET
     * @param functions has the functions of its routes
     * @param unsignedAllowed whether requests to {@code @connections} pass without a signature
     * @param events receives each request and message that was served
     */
    public static WebSocketGateway of(
            LocalApi api,
            FunctionService functions,
            ConnectAuthorizer authorizer,
            boolean unsignedAllowed,
            EventSink events,
            RequestJournal journal,
            Clock clock) {
        ScheduledTimer timer = new ScheduledTimer();
        return new WebSocketGateway(
                api,
                functions,
                authorizer,
                unsignedAllowed,
                new AccessLog(events, journal, clock.getZone()),
                timer,
                timer::stop,
                clock);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = withoutStage(exchange.getRelativePath());
        if (path.startsWith(ManagementHandler.PREFIX)) {
            management.handle(exchange, path.substring(ManagementHandler.PREFIX.length()));
        } else if (stopping) {
            exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
        } else if (path.isEmpty() || path.equals("/")) {
            connect.handleRequest(exchange);
        } else {
            refuse(exchange);
        }
    }

    private String withoutStage(String path) {
        String prefix = "/" + stage.api().stage();
        return path.equals(prefix) || path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }

    /** There is nothing else. */
    private void refuse(HttpServerExchange exchange) {
        Arrival arrival = stage.arrival();
        String body = "{\"message\":\"Forbidden\"}";
        exchange.setStatusCode(StatusCodes.FORBIDDEN);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(body);
        stage.served(
                arrival,
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                0,
                StatusCodes.FORBIDDEN,
                body,
                CallOutcome.without("WebSocket APIs have no such path"));
    }

    private void opened(SocketClient client, WebSocketChannel channel) {
        Connection connection = new Connection(client, channel, timer, clock);
        connection.onEnd(how -> disconnect.ended(client, how));
        connections.opened(connection);
        Lifetime.begin(connection, timer, clock);
        ((LimitedChannel) channel).onLongFrame(() -> connection.close(Ending.TOO_BIG));
        channel.addCloseTask(closed -> connection.end(Ending.LOST));
        Intake intake = new Intake(channel, message -> messages.message(connection, message));
        channel.getReceiveSetter().set(new MessageReceiver(connection, intake));
        channel.resumeReceives();
        if (!channel.isOpen()) {
            connection.end(Ending.LOST);
        }
        if (stopping) {
            connection.close(Ending.GOING_AWAY);
        }
    }

    /**
     * Closes all connections, and ends when the functions have heard of it and all calls under way have ended, or
     * {@code grace} is over. To be called while the server still listens: functions may send until they end.
     */
    public void stop(Duration grace) {
        stopping = true;
        connections.open().forEach(connection -> connection.close(Ending.GOING_AWAY));
        threads.shutdown();
        try {
            threads.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        stopTimer.run();
    }
}
