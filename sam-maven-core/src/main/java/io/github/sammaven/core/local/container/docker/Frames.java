package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.github.sammaven.core.container.docker.Replies;
import io.github.sammaven.core.local.container.OutputReceiver;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sorts the pieces of an output stream; the end is told once, whatever it came from. */
final class Frames extends Replies<Frame> {

    private final OutputReceiver receiver;
    private final AtomicBoolean ended = new AtomicBoolean();

    Frames(OutputReceiver receiver) {
        super(frame -> {
            if (frame.getStreamType() == StreamType.STDERR) {
                receiver.err(frame.getPayload());
            } else {
                receiver.out(frame.getPayload());
            }
        });
        this.receiver = receiver;
    }

    @Override
    public void onError(Throwable failure) {
        super.onError(failure);
        end();
    }

    @Override
    public void onComplete() {
        super.onComplete();
        end();
    }

    void stop() {
        close();
        end();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            receiver.end();
        }
    }
}
