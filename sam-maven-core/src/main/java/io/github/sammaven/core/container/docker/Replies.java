package io.github.sammaven.core.container.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an engine tells bit by bit. The client library has such classes too, but those write every failure into the log,
 * with its stack.
 */
public class Replies<T> implements ResultCallback<T> {

    private final Consumer<? super T> receiver;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Closeable connection;

    /** @param receiver takes each piece, on a thread of the client library */
    public Replies(Consumer<? super T> receiver) {
        this.receiver = receiver;
    }

    @Override
    public final void onStart(Closeable closeable) {
        connection = closeable;
        started.complete(null);
    }

    @Override
    public final void onNext(T item) {
        receiver.accept(item);
    }

    @Override
    public void onError(Throwable failure) {
        started.completeExceptionally(failure);
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        started.complete(null);
        ended.complete(null);
    }

    /** Returns when the engine has begun to answer. */
    public final void awaitStart() throws InterruptedException {
        await(started);
    }

    /** Returns when the engine has told all. */
    public final void awaitEnd() throws InterruptedException {
        try {
            await(ended);
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    private static void await(CompletableFuture<Void> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public final void close() {
        Closeable present = connection;
        if (present != null) {
            try {
                present.close();
            } catch (IOException e) {
                // The connection is of no use any more, and that is all we wanted.
                return;
            }
        }
    }
}
