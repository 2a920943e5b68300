package io.github.sammaven.core.local.container.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.github.sammaven.core.local.container.OutputReceiver;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sorts the pieces of an output stream; the end is told once, whatever it came from. */
final class Frames extends ResultCallback.Adapter<Frame> {

    private final OutputReceiver receiver;
    private final AtomicBoolean ended = new AtomicBoolean();

    Frames(OutputReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void onNext(Frame frame) {
        if (frame.getStreamType() == StreamType.STDERR) {
            receiver.err(frame.getPayload());
        } else {
            receiver.out(frame.getPayload());
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
        super.onError(failure);
    }

    @Override
    public void onComplete() {
        end();
        super.onComplete();
    }

    void stop() {
        try {
            close();
        } catch (IOException e) {
            // The connection is of no use any more, and that is all we wanted.
            end();
        }
        end();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            receiver.end();
        }
    }
}
