package io.github.sammaven.core.local.console;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.journal.RecentRequests;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SamException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers the requests of a browser. */
final class ConsoleHandler implements HttpHandler {

    static final String ROOT = "/_sam";

    private static final String REQUESTS = ROOT + "/requests";
    private static final String JSON = "application/json";

    private final ConsoleContent content;
    private final Invoker invoker;
    private final ZoneId zone;
    private final Pages pages = new Pages();
    private final RequestGuard guard = new RequestGuard();

    ConsoleHandler(ConsoleContent content, Invoker invoker, Clock clock) {
        this.content = content;
        this.invoker = invoker;
        this.zone = clock.getZone();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Optional<String> refusal = guard.refusal(exchange);
        Reply reply;
        if (refusal.isPresent()) {
            reply = problem(403, refusal.get());
        } else if (exchange.getRequestMethod().equals(Methods.POST)) {
            reply = act(exchange);
        } else {
            reply = show(exchange);
        }
        reply.send(exchange);
    }

    private Reply show(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        switch (path) {
            case "/":
                return Reply.seeOther(ROOT);
            case ROOT:
                return Reply.html(200, pages.render("overview", overview()));
            case REQUESTS:
                return Reply.html(200, pages.render("requests", list()));
            case ROOT + "/invoke":
                return invokeForm(exchange);
            case ROOT + "/style.css":
                return Reply.file("text/css; charset=utf-8", pages.resource("style.css"));
            case ROOT + "/page.js":
                return Reply.file("text/javascript; charset=utf-8", pages.resource("page.js"));
            default:
                return path.startsWith(REQUESTS + "/")
                        ? request(path.substring(REQUESTS.length() + 1))
                        : problem(404, "There is no such page.");
        }
    }

    private Reply request(String path) {
        boolean eventOnly = path.endsWith("/event");
        String id = eventOnly ? path.substring(0, path.length() - "/event".length()) : path;
        Optional<ServedRequest> found = content.requests().find(id);
        if (eventOnly) {
            return found.flatMap(ServedRequest::call)
                    .map(call -> Reply.file(JSON, call.event()))
                    .orElseGet(this::gone);
        }
        return found.map(request -> Reply.html(
                        200, pages.render("request", RequestPage.of(content.title(), guard.formKey(), request, zone))))
                .orElseGet(this::gone);
    }

    private Reply invokeForm(HttpServerExchange exchange) {
        String name = query(exchange, "event").orElse("");
        return invokeForm(
                200,
                query(exchange, "function").orElse(""),
                name,
                content.events().text(name).orElse("{}"),
                "");
    }

    private Reply invokeForm(int status, String function, String name, String event, String problem) {
        List<String> functions = content.functions().functions().stream()
                .map(LocalFunction::name)
                .toList();
        return Reply.html(
                status,
                pages.render(
                        "invoke",
                        new InvokePage(
                                content.title(),
                                guard.formKey(),
                                function,
                                InvokePage.Choice.of(functions, function),
                                InvokePage.Choice.of(content.events().names(), name),
                                event,
                                problem)));
    }

    private Reply act(HttpServerExchange exchange) throws IOException {
        Optional<ConsoleForm> form = ConsoleForm.read(exchange);
        if (form.isEmpty()) {
            return problem(413, "The event is larger than any function takes.");
        }
        if (!guard.isOwnForm(form.get().field("key"))) {
            return problem(403, "The form is of an earlier run: load the page anew.");
        }
        switch (exchange.getRequestPath()) {
            case ROOT + "/invoke":
                return invoke(form.get().field("function"), form.get().field("event"));
            case ROOT + "/replay":
                return content.requests()
                        .find(form.get().field("id"))
                        .flatMap(ServedRequest::call)
                        .map(call -> invoke(call.function(), new String(call.event(), StandardCharsets.UTF_8)))
                        .orElseGet(this::gone);
            default:
                return problem(404, "There is no such page.");
        }
    }

    private Reply invoke(String function, String event) {
        Optional<String> wrong = EventCheck.problem(event);
        if (wrong.isPresent()) {
            return invokeForm(400, function, "", event, wrong.get());
        }
        try {
            String id = invoker.invoke(function, event.getBytes(StandardCharsets.UTF_8));
            return Reply.seeOther(REQUESTS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        } catch (SamException failure) {
            return invokeForm(400, function, "", event, failure.getMessage());
        }
    }

    private OverviewPage overview() {
        return new OverviewPage(
                content.title(),
                content.functions().functions().stream()
                        .map(OverviewPage.FunctionRow::of)
                        .toList(),
                content.routes().stream().map(OverviewPage.RouteRow::of).toList(),
                list());
    }

    private OverviewPage.RequestList list() {
        return new OverviewPage.RequestList(
                content.requests().count(),
                content.requests().newestFirst().stream()
                        .map(request -> RequestRow.of(request, zone))
                        .toList());
    }

    private Reply gone() {
        return problem(
                404,
                "This request is no longer kept: there are the last " + RecentRequests.CAPACITY
                        + ", or fewer if they are large.");
    }

    private Reply problem(int status, String text) {
        return Reply.html(status, pages.render("problem", new ProblemPage(content.title(), text)));
    }

    private static Optional<String> query(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::getFirst);
    }
}
