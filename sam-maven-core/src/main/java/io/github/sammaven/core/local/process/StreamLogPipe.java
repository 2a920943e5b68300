package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;

/**
 * The plain pipe every system has. Its reader cannot be asked whether it holds bytes that it has not handed on yet, so the
 * last line of an invocation may, rarely, come after its report.
 */
final class StreamLogPipe implements LogPipe {

    private final LogLines lines;
    private @Nullable Process process;
    private @Nullable Thread reader;

    StreamLogPipe(LogLines lines) {
        this.lines = lines;
    }

    @Override
    public Redirect target() {
        return Redirect.PIPE;
    }

    @Override
    public void attach(Process started) {
        process = started;
        reader = new Thread(() -> read(started.getInputStream()), "sam-function-log");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void flush() throws InterruptedException {
        if (process == null || reader == null) {
            return;
        }
        if (!process.isAlive()) {
            reader.join();
            return;
        }
        try {
            while (process.getInputStream().available() > 0 && reader.isAlive()) {
                Thread.onSpinWait();
            }
        } catch (IOException closed) {
            reader.join();
        }
        synchronized (lines) {
            lines.end();
        }
    }

    private void read(InputStream in) {
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (lines) {
                    lines.add(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            // The process is gone; what it wrote before was read.
            lines.end();
        }
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.interrupt();
        }
    }
}
