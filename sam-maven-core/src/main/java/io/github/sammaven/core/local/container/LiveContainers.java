package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.files.OwningProcess;
import io.github.sammaven.core.local.files.ScratchFolder;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.problem.SamException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The containers of this process. They are removed when it ends in whatever way: by us, at the end of the run, or by the next run. */
final class LiveContainers implements AutoCloseable {

    private final ContainerEngine engine;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Runnable forgetEnd;
    private volatile boolean over;

    private LiveContainers(ContainerEngine engine, EndOfRun end) {
        this.engine = engine;
        this.forgetEnd = end.add(this::removeAll);
    }

    /** Begins, by removing what processes that are gone have left behind. */
    static LiveContainers open(ContainerEngine engine, EndOfRun end) {
        engine.labelled(Ownership.common()).forEach((id, labels) -> {
            if (Ownership.ownerIn(labels).filter(OwningProcess::isGone).isPresent()) {
                engine.remove(id);
            }
        });
        ScratchFolder.removeAbandoned();
        return new LiveContainers(engine, end);
    }

    /** @throws SamException also if the run is being ended: what is made then would stay behind */
    String create(ContainerSpec spec) {
        String id = engine.create(spec);
        ids.add(id);
        if (over) {
            remove(id);
            throw new SamException("The run is being ended", "", null);
        }
        return id;
    }

    void remove(String id) {
        engine.remove(id);
        ids.remove(id);
    }

    private void removeAll() {
        over = true;
        List<Thread> removals = ids.stream()
                .map(id -> new Thread(() -> tryToRemove(id), "sam-local-removal"))
                .toList();
        removals.forEach(Thread::start);
        for (Thread removal : removals) {
            try {
                removal.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tryToRemove(String id) {
        try {
            remove(id);
        } catch (SamException e) {
            // The engine is gone or busy. The next run removes it, by its labels.
            return;
        }
    }

    @Override
    public void close() {
        removeAll();
        forgetEnd.run();
    }
}
