package io.github.sammaven.core.build.tool;

import java.util.List;
import java.util.stream.Stream;

/** A process with all it has started; is gone at the latest when the JVM is. */
final class ProcessTree implements AutoCloseable {

    private final Process process;
    private final Thread atExit;

    ProcessTree(Process process) {
        this.process = process;
        this.atExit = new Thread(this::kill, "end of tool " + process.pid());
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException jvmIsGoingDown) {
            kill();
        }
    }

    void kill() {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException jvmIsGoingDown) {
            // The hook is running, and there is nothing left for it to do.
        }
    }
}
