package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ExecStartCmd;
import com.github.dockerjava.api.command.InspectExecResponse;
import io.github.sammaven.core.container.docker.DockerTalk;
import io.github.sammaven.core.local.container.InsideCommand;
import io.github.sammaven.core.local.container.InsideProgram;
import io.github.sammaven.core.local.container.OutputReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Programs that are started in running containers. */
final class DockerPrograms {

    private static final Duration STATUS = Duration.ofSeconds(2);
    private static final long PROBE_MS = 5;

    private final DockerTalk talk;
    private final DockerClient client;

    DockerPrograms(DockerTalk talk, DockerClient client) {
        this.talk = talk;
        this.client = client;
    }

    InsideProgram run(String container, InsideCommand command, OutputReceiver receiver) {
        return talk.ask(() -> {
            String id = client.execCreateCmd(container)
                    .withAttachStdin(command.takesInput())
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withEnv(command.variables().entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue())
                            .sorted()
                            .toList())
                    .withCmd(command.words().toArray(String[]::new))
                    .exec()
                    .getId();
            QueuedInput input = new QueuedInput();
            Frames frames = new Frames(receiver);
            ExecStartCmd start = client.execStartCmd(id);
            if (command.takesInput()) {
                start.withStdIn(input);
            }
            start.exec(frames);
            return new RunningProgram(id, input, frames);
        });
    }

    private final class RunningProgram implements InsideProgram {

        private final String id;
        private final QueuedInput input;
        private final Frames frames;

        RunningProgram(String id, QueuedInput input, Frames frames) {
            this.id = id;
            this.input = input;
            this.frames = frames;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            input.put(bytes);
        }

        /** The end of the output comes a moment before the engine has noted the status. */
        @Override
        public OptionalInt exitStatus() {
            return talk.ask(() -> {
                long deadline = System.nanoTime() + STATUS.toNanos();
                InspectExecResponse found = client.inspectExecCmd(id).exec();
                while (Boolean.TRUE.equals(found.isRunning()) && System.nanoTime() < deadline) {
                    TimeUnit.MILLISECONDS.sleep(PROBE_MS);
                    found = client.inspectExecCmd(id).exec();
                }
                Long status = found.getExitCodeLong();
                return status == null ? OptionalInt.empty() : OptionalInt.of(status.intValue());
            });
        }

        @Override
        public void close() {
            input.close();
            frames.stop();
        }
    }
}
