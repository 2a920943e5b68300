package io.github.sammaven.plugin.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;

/**
 * What runs beside a build, by the name of who started it. It ends with {@link #stop}, with the Maven session, failed or
 * not, or with the JVM.
 */
public final class BackgroundServers {

    private static final String KEY = BackgroundServers.class.getName();

    private final MavenSession session;

    public BackgroundServers(MavenSession session) {
        this.session = session;
    }

    /** The running ones; types of the JDK, since each plugin realm has classes of its own. */
    @SuppressWarnings("unchecked")
    private Map<String, AutoCloseable> running() {
        Map<String, Object> shared = session.getRequest().getData();
        synchronized (shared) {
            Object present = shared.get(KEY);
            if (present != null) {
                return (Map<String, AutoCloseable>) present;
            }
            Map<String, AutoCloseable> running = new ConcurrentHashMap<>();
            shared.put(KEY, running);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAll(running), "sam-stop-servers"));
            session.getRequest()
                    .setExecutionListener(new SessionEndListener(
                            Optional.ofNullable(session.getRequest().getExecutionListener()), () -> stopAll(running)));
            return running;
        }
    }

    /** Takes over a server that runs. One of the same name that runs already is stopped. */
    public void add(String name, AutoCloseable server) {
        Optional.ofNullable(running().put(name, server)).ifPresent(former -> Closing.all(List.of(former)));
    }

    /** Whether there was one. */
    public boolean stop(String name) {
        Optional<AutoCloseable> server = Optional.ofNullable(running().remove(name));
        Closing.all(server.stream().toList());
        return server.isPresent();
    }

    private static void stopAll(Map<String, AutoCloseable> running) {
        Closing.all(running.keySet().stream()
                .flatMap(name -> Optional.ofNullable(running.remove(name)).stream())
                .toList());
    }
}
