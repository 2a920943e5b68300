package io.github.sammaven.core.local.process.loop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Main program of the child JVM where AWS's own client does not run. Variables name the handler and the Runtime API;
 * the system property {@code sam.loop.classpath} gives the function's own class path.
 */
public final class LoopMain {

    static final String ROOT = "/2018-06-01/runtime/";

    private LoopMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> variables = System.getenv();
        ClassLoader functionClasses = functionClasses(System.getProperty("sam.loop.classpath"));
        Thread.currentThread().setContextClassLoader(functionClasses);
        try (HttpCalls api = new HttpCalls(variables.get("AWS_LAMBDA_RUNTIME_API"))) {
            Handler handler;
            try {
                handler = new HandlerLoader(functionClasses).load(variables.get("_HANDLER"));
            } catch (HandlerFailure e) {
                print(e);
                api.post(ROOT + "init/error", errorHeader("Runtime.BadFunctionCode"), ErrorJson.of(e));
                System.exit(1);
                return;
            }
            if ("snap-start".equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
                SnapshotHooks.run(api);
            }
            while (true) {
                serve(api, handler, variables);
            }
        }
    }

    private static void serve(HttpCalls api, Handler handler, Map<String, String> variables) throws IOException {
        HttpCalls.Answer event = api.get(ROOT + "invocation/next");
        if (event.status() != 200) {
            throw new IOException("the Runtime API answered " + event.status());
        }
        LoopContext context = new LoopContext(event, variables);
        System.setProperty("com.amazonaws.xray.traceHeader", context.getXrayTraceId());
        String path = ROOT + "invocation/" + context.getAwsRequestId();
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handle(new ByteArrayInputStream(event.body()), answer, context);
            HttpCalls.Answer taken = api.post(path + "/response", "", answer.toByteArray());
            if (taken.status() == 413) {
                System.exit(1);
            }
        } catch (HandlerFailure e) {
            print(e);
            api.post(path + "/error", errorHeader("Function.Unhandled"), ErrorJson.of(e));
            if (e.thrown() instanceof VirtualMachineError) {
                System.exit(1);
            }
        }
    }

    static String errorHeader(String category) {
        return "Lambda-Runtime-Function-Error-Type: " + category + "\r\n";
    }

    static void print(HandlerFailure failure) {
        failure.thrown().printStackTrace(System.out);
    }

    private static ClassLoader functionClasses(String classPath) {
        URL[] urls = Arrays.stream(classPath.split(File.pathSeparator))
                .map(LoopMain::url)
                .toArray(URL[]::new);
        return new URLClassLoader("function", urls, LoopMain.class.getClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
