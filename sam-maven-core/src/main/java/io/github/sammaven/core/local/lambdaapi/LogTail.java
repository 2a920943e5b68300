package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The last 4 KB of a call's log, as {@code X-Amz-Log-Result} has them. */
final class LogTail implements FunctionLog {

    /** Lambda API, Invoke, {@code LogType: Tail}. */
    private static final int SIZE = 4096;

    private ByteArrayOutputStream lines = new ByteArrayOutputStream();

    @Override
    public synchronized void line(String line) {
        lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        if (lines.size() > 4 * SIZE) {
            byte[] last = tail();
            lines = new ByteArrayOutputStream();
            lines.writeBytes(last);
        }
    }

    private byte[] tail() {
        byte[] all = lines.toByteArray();
        return Arrays.copyOfRange(all, Math.max(0, all.length - SIZE), all.length);
    }

    synchronized String base64() {
        return Base64.getEncoder().encodeToString(tail());
    }
}
