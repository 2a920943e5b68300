package io.github.sammaven.core.local.serve;

import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.watch.CodeWatcher;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Warning;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives functions their new code and settings when the template or what it points at has changed. */
public final class HotReload implements AutoCloseable {

    /** No id: those have letters, digits and slashes only. */
    private static final String TEMPLATE = "(template)";

    private final FunctionSource source;
    private final FunctionService service;
    private final Path templateFile;
    private final EventSink events;
    private final Runnable afterwards;
    private final CodeWatcher watcher;
    private final Set<String> pending = new HashSet<>();

    private HotReload(
            FunctionSource source,
            FunctionSource.Loaded loaded,
            FunctionService service,
            Watched watched,
            EventSink events,
            Pauser pauser) {
        this.source = source;
        this.service = service;
        this.templateFile = watched.templateFile();
        this.afterwards = watched.afterwards();
        this.events = events;
        this.watcher = new CodeWatcher(withTemplate(loaded), watched.buildFolder(), this::reload, pauser);
    }

    /**
     * What is watched besides the code.
     *
     * @param templateFile the template
     * @param buildFolder left out when it lies inside of code
     * @param afterwards what is to be done when functions have changed
     */
    public record Watched(Path templateFile, Path buildFolder, Runnable afterwards) {

        /** Nothing is to be done afterwards. */
        public Watched(Path templateFile, Path buildFolder) {
            this(templateFile, buildFolder, () -> {});
        }

        /** The same with something to do. */
        public Watched then(Runnable next) {
            return new Watched(templateFile, buildFolder, next);
        }
    }

    /**
     * Watches until it is closed.
     *
     * @param loaded what the service serves now
     * @param events receives a note for each reload, and a warning for what cannot be served
     */
    public static HotReload start(
            FunctionSource source,
            FunctionSource.Loaded loaded,
            FunctionService service,
            Watched watched,
            EventSink events,
            Pauser pauser) {
        HotReload reload = new HotReload(source, loaded, service, watched, events, pauser);
        reload.watcher.start();
        return reload;
    }

    private Map<String, Set<Path>> withTemplate(FunctionSource.Loaded loaded) {
        Map<String, Set<Path>> all = new HashMap<>(loaded.sources());
        Set<Path> templates = new HashSet<>(loaded.templates());
        templates.add(templateFile);
        all.put(TEMPLATE, templates);
        return all;
    }

    private void reload(Set<String> changed) {
        pending.addAll(changed);
        try {
            FunctionSource.Loaded loaded = source.load(pending);
            pending.clear();
            watcher.watch(withTemplate(loaded));
            List<String> fresh = service.update(loaded.catalog(), loaded.functions());
            if (!fresh.isEmpty()) {
                afterwards.run();
                events.accept(new Note("Reloaded " + String.join(", ", fresh)));
            }
        } catch (SamException failure) {
            failure.problems()
                    .forEach(problem -> events.accept(new Warning(Problem.warning(
                            problem.mark(), "Not reloaded: " + problem.message(), problem.suggestion()))));
        }
    }

    @Override
    public void close() {
        watcher.close();
    }
}
