package io.github.sammaven.core.local.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Processes that are threads of the test, and say on a socket what the test wants them to say. */
final class ScriptedSandbox implements Sandbox {

    /** What a process does; it ends with 0 when this returns, with 1 when this throws. */
    interface Script {
        void run(RawHttp api) throws Exception;
    }

    /** What happened to processes: {@code name started}, {@code name killed}, {@code name terminated}. */
    final BlockingQueue<String> history = new LinkedBlockingQueue<>();

    /** Names of processes whose end has been taken note of. */
    final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    private final Queue<Script> runtimes = new ArrayDeque<>();
    private final Map<String, Script> extensions = new LinkedHashMap<>();

    ScriptedSandbox runtime(Script script) {
        runtimes.add(script);
        return this;
    }

    ScriptedSandbox extension(String name, Script script) {
        extensions.put(name, script);
        return this;
    }

    /** A runtime that answers every event with this. */
    static Script answering(String text) {
        return api -> {
            for (RawHttp.Answer event = api.next(); event.status() == 200; event = api.next()) {
                api.post(RawHttp.path(event, "response"), text);
            }
        };
    }

    @Override
    public List<String> extensions() {
        return new ArrayList<>(extensions.keySet());
    }

    @Override
    public RuntimeProcess start(String api, RuntimeLink link, LogLines lines) {
        Script script = runtimes.remove();
        return new ScriptedProcess("runtime", script, api, link::ended);
    }

    @Override
    public RuntimeProcess startExtension(String name, String api, Runnable ended, LogLines lines) {
        Script script = extensions.get(name);
        if (script == null) {
            throw new IllegalArgumentException(name);
        }
        return new ScriptedProcess(name, script, api, ended);
    }

    @Override
    public void close() {
        history.add("closed");
    }

    private final class ScriptedProcess implements RuntimeProcess {

        private final String name;
        private final RawHttp http;
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile int exitValue;
        private volatile boolean killed;

        private ScriptedProcess(String name, Script script, String api, Runnable ended) {
            this.name = name;
            try {
                this.http = new RawHttp(api);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            history.add(name + " started");
            Thread thread = new Thread(
                    () -> {
                        try {
                            script.run(http);
                        } catch (Exception e) {
                            exitValue = killed ? 137 : 1;
                        }
                        end.countDown();
                        try {
                            http.close();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                        ended.run();
                        ends.add(name);
                    },
                    name);
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public boolean isAlive() {
            return end.getCount() > 0;
        }

        @Override
        public int exitValue() {
            return exitValue;
        }

        @Override
        public OptionalInt peakMemoryMb() {
            return OptionalInt.of(10);
        }

        @Override
        public void letExit() throws InterruptedException {
            end.await(10, TimeUnit.SECONDS);
        }

        @Override
        public void drain() {
            // Nothing is printed.
        }

        @Override
        public void terminate(Duration grace) {
            history.add(name + " terminated");
            kill();
        }

        @Override
        public void kill() {
            if (isAlive()) {
                killed = true;
                history.add(name + " killed");
                try {
                    http.close();
                    end.await(10, TimeUnit.SECONDS);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
