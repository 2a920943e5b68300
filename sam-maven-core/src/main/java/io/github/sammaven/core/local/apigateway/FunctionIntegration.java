package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.proxy.ProxyAnswer;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvent;
import io.github.sammaven.core.local.apigateway.proxy.TraceHeader;
import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SamException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Lets a function answer. The gateway gives up when its time is over; the function goes on, and its environment serves
 * the next call.
 */
final class FunctionIntegration {

    private static final String TENANT = "X-Amz-Tenant-Id";

    private final GatewaySettings settings;
    private final IntegrationTimer timer;

    FunctionIntegration(GatewaySettings settings, IntegrationTimer timer) {
        this.settings = settings;
        this.timer = timer;
    }

    void call(
            Transaction transaction,
            Routing.Found found,
            Integration.Function integration,
            Authorization.Allowed authorization) {
        PublishedApi api = found.api();
        Optional<FunctionPool> pool = settings.functions().pool(integration.function());
        if (pool.isEmpty()) {
            transaction.refuse(
                    api, GatewayError.API_CONFIGURATION_ERROR, integration.function() + " is no function of this run");
            return;
        }
        ProxyEvent event =
                api.events().function(transaction.request(), found.match(), integration.version(), authorization);
        if (event instanceof ProxyEvent.Refused refused) {
            transaction.refuse(api, refused.error(), refused.reason().replace('\n', ' '));
        } else if (event instanceof ProxyEvent.Ready ready) {
            transaction.eventMade(ready.json().length);
            invoke(transaction, api, integration, pool.get(), ready.json());
        }
    }

    private void invoke(
            Transaction transaction,
            PublishedApi api,
            Integration.Function integration,
            FunctionPool pool,
            byte[] event) {
        ApiRequest request = transaction.request();
        Invocation invocation = new Invocation(
                request.id(),
                event,
                Optional.empty(),
                Optional.of(TraceHeader.of(request)),
                Optional.empty(),
                request.header(TENANT));
        StreamedReply stream = new StreamedReply(transaction.reply(), api, request);
        CallLog log = new CallLog();
        Future<?> alarm = alarm(transaction, api, integration);
        InvocationResult result;
        try {
            result = pool.invoke(
                    invocation,
                    integration.streaming() ? Optional.of(api.responses().stream(request, stream)) : Optional.empty(),
                    log::add);
        } catch (SamException failure) {
            String why = failure.problems().get(0).message();
            transaction.answerAndClose(api, notRun(transaction.request(), api, why), integration.function(), why);
            return;
        } finally {
            alarm.cancel(false);
        }
        answer(transaction, api, integration, result, stream);
        transaction.close(Optional.of(new ServedRequest.Call(integration.function(), event, result, log.lines())));
    }

    /** SAM CLI says why. */
    private ApiResponse notRun(ApiRequest request, PublishedApi api, String why) {
        return settings.isSamCli()
                ? api.error(request, GatewayError.UNSUPPORTED, why)
                : api.error(request, GatewayError.INTEGRATION_FAILURE);
    }

    private Future<?> alarm(Transaction transaction, PublishedApi api, Integration.Function integration) {
        if (settings.isSamCli()) {
            return CompletableFuture.completedFuture(null);
        }
        return timer.after(integration.timeout(), () -> transaction
                .exchange()
                .getConnection()
                .getWorker()
                .execute(() -> transaction.answer(
                        api,
                        api.error(transaction.request(), GatewayError.INTEGRATION_TIMEOUT),
                        integration.function(),
                        String.format(
                                Locale.ROOT,
                                "no answer within %,d ms, the integration timeout; the function goes on",
                                integration.timeout().toMillis()))));
    }

    private static void answer(
            Transaction transaction,
            PublishedApi api,
            Integration.Function integration,
            InvocationResult result,
            StreamedReply stream) {
        if (stream.hasBegun()) {
            transaction.streamed(api, integration.function(), remark(result, stream));
            return;
        }
        ProxyAnswer answer = api.responses().of(result, integration.version(), transaction.request());
        ApiResponse response = answer.error().isPresent()
                ? api.cors().error(transaction.request(), answer.response())
                : api.completed(transaction.request(), answer.response());
        transaction.answer(api, response, integration.function(), answer.remark());
    }

    private static String remark(InvocationResult result, StreamedReply stream) {
        return result.functionError()
                .map(error -> "failed with " + error)
                .orElse(stream.hasFailed() ? "the head of the function's answer makes no response" : "");
    }
}
