package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.files.OwningProcess;
import io.github.sammaven.core.local.files.ScratchFolder;
import io.github.sammaven.core.problem.SamException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The containers of this process. They are removed when it ends in whatever way: by us, a hook, or the next run. */
final class LiveContainers implements AutoCloseable {

    private final ContainerEngine engine;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::removeAll, "sam-local-container-removal");
    private volatile boolean over;

    private LiveContainers(ContainerEngine engine) {
        this.engine = engine;
    }

    /** Begins, by removing what processes that are gone have left behind. */
    static LiveContainers open(ContainerEngine engine) {
        engine.labelled(Ownership.common()).forEach((id, labels) -> {
            if (Ownership.ownerIn(labels).filter(OwningProcess::isGone).isPresent()) {
                engine.remove(id);
            }
        });
        ScratchFolder.removeAbandoned();
        LiveContainers live = new LiveContainers(engine);
        Runtime.getRuntime().addShutdownHook(live.hook);
        return live;
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
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running, and does the same.
            return;
        }
    }
}
