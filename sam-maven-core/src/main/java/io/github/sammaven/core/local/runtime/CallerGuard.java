package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.runtime.http.CallHandler;
import io.github.sammaven.core.local.runtime.http.HttpCall;
import io.github.sammaven.core.local.runtime.http.HttpReply;
import java.net.InetAddress;
import java.util.function.Predicate;

/** Lets only some addresses through. */
final class CallerGuard implements CallHandler {

    private final Predicate<InetAddress> callers;
    private final CallHandler next;

    CallerGuard(Predicate<InetAddress> callers, CallHandler next) {
        this.callers = callers;
        this.next = next;
    }

    @Override
    public void handle(HttpCall call) {
        if (callers.test(call.caller())) {
            next.handle(call);
        } else {
            call.reply(HttpReply.empty(403));
        }
    }
}
