package io.github.sammaven.core.local.console;

import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one request.
 *
 * @param call at most one
 */
record RequestPage(String title, String key, RequestRow row, String remark, String response, List<CallPart> call) {

    /** The call of the function. */
    record CallPart(
            String function,
            String error,
            List<Figure> figures,
            String event,
            PayloadShare eventShare,
            String result,
            PayloadShare resultShare,
            String log) {}

    /** A name with its value. */
    record Figure(String name, String value) {}

    static RequestPage of(String title, String key, ServedRequest request, ZoneId zone) {
        return new RequestPage(
                title,
                key,
                RequestRow.of(request, zone),
                request.remark(),
                PayloadText.of(request.response()),
                request.call().map(RequestPage::part).stream().toList());
    }

    private static CallPart part(ServedRequest.Call call) {
        InvocationResult result = call.result();
        return new CallPart(
                call.function(),
                result.functionError().orElse(""),
                figures(result.report()),
                PayloadText.of(call.event()),
                PayloadShare.of(call.event().length, Quotas.SYNCHRONOUS_REQUEST),
                result.streamed() && result.functionError().isEmpty() ? "(streamed)" : PayloadText.of(result.payload()),
                PayloadShare.of(result.payload().length, Quotas.RESPONSE),
                String.join("\n", call.log()));
    }

    private static List<Figure> figures(InvocationResult.Report report) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("Duration", RequestRow.milliseconds(report.duration())));
        report.initDuration().ifPresent(init -> figures.add(new Figure("Init", RequestRow.milliseconds(init))));
        report.restoreDuration()
                .ifPresent(restore -> figures.add(new Figure("Restore", RequestRow.milliseconds(restore))));
        String used = Optional.of(report.maxMemoryMb())
                .filter(max -> max.isPresent())
                .map(max -> max.getAsInt() + " of ")
                .orElse("");
        figures.add(new Figure("Memory", used + report.memoryMb() + " MB"));
        return figures;
    }
}
