package io.github.sammaven.plugin.console;

import io.github.sammaven.core.aws.TraceRecord;
import io.github.sammaven.core.operate.trace.ServiceGraph;
import io.github.sammaven.core.operate.trace.TraceJson;
import io.github.sammaven.core.operate.trace.TraceTreeReader;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Prints traces as they come. What belongs together stays together, whoever else prints to the same stream. */
public final class TraceConsole {

    private final PrintStream out;
    private final boolean json;
    private final TraceLines traces;
    private final GraphLines graphs;

    /** @param json whether each trace is one line of JSON */
    public TraceConsole(PrintStream out, boolean json, ZoneId zone) {
        this.out = out;
        this.json = json;
        this.traces = new TraceLines(zone);
        this.graphs = new GraphLines(zone);
    }

    public void trace(TraceRecord trace) {
        print(json ? List.of(TraceJson.trace(trace)) : traces.of(TraceTreeReader.read(trace)));
    }

    /** Nothing if no service was called. */
    public void graph(ServiceGraph graph) {
        if (!graph.services().isEmpty()) {
            print(json ? List.of(TraceJson.graph(graph)) : graphs.of(graph));
        }
    }

    private void print(List<String> lines) {
        out.println(String.join(System.lineSeparator(), lines));
        out.flush();
    }
}
