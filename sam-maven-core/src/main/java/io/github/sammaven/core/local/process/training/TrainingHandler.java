package io.github.sammaven.core.local.process.training;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Answers a few events of its own and ends the JVM. One class without others beside it: it is copied to where the
 * runtime looks for a function.
 */
public final class TrainingHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final int EVENTS = 3;
    private static final long PATIENCE_MS = 20_000;
    private static final String EVENT =
            "{\"version\":\"2.0\",\"headers\":{\"accept\":\"*/*\"},\"list\":[1,2.5,true,null,\"text\"]}";

    /**
     * Opens the Runtime API the JVM was told of, before the runtime calls it for the first time.
     *
     * @throws IOException if the port is taken by now; the training is over then
     */
    public TrainingHandler() throws IOException {
        String api = System.getenv("AWS_LAMBDA_RUNTIME_API");
        int port = Integer.parseInt(api.substring(api.indexOf(':') + 1));
        ServerSocket server = new ServerSocket(port, 2, InetAddress.getLoopbackAddress());
        server.setSoTimeout((int) PATIENCE_MS);
        Thread serving = new Thread(() -> serve(server), "training");
        serving.setDaemon(true);
        serving.start();
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        context.getLogger().log("trained " + context.getAwsRequestId() + "\n");
        Map<String, Object> answer = new LinkedHashMap<>(event);
        answer.put("timeLeft", context.getRemainingTimeInMillis());
        return answer;
    }

    private static void serve(ServerSocket server) {
        int given = 0;
        try {
            while (true) {
                try (Socket connection = server.accept()) {
                    connection.setSoTimeout((int) PATIENCE_MS);
                    given = converse(connection, given);
                }
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static int converse(Socket connection, int before) throws IOException {
        int given = before;
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = connection.getOutputStream();
        String request = in.readLine();
        while (request != null) {
            skip(in, headers(in));
            if (!request.startsWith("GET")) {
                answer(out, "202 Accepted", "", "{\"status\":\"OK\"}");
            } else if (given < EVENTS) {
                given++;
                String headers = "Lambda-Runtime-Aws-Request-Id: 00000000-0000-4000-8000-00000000000" + given
                        + "\r\nLambda-Runtime-Deadline-Ms: " + (System.currentTimeMillis() + PATIENCE_MS)
                        + "\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:training"
                        + "\r\nLambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700\r\n";
                answer(out, "200 OK", headers, EVENT);
            } else {
                loadTheRest();
                System.exit(0);
            }
            request = in.readLine();
        }
        return given;
    }

    /** Other functions need other classes of the client: those for the events of services above all. */
    private static void loadTheRest() throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            try (JarFile jar = new JarFile(entry)) {
                jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith("com/amazonaws/") && name.endsWith(".class"))
                        .forEach(TrainingHandler::load);
            }
        }
    }

    private static void load(String classFile) {
        String name =
                classFile.substring(0, classFile.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Some need libraries that a function may bring and that are not there now.
            return;
        }
    }

    private static int headers(BufferedReader in) throws IOException {
        int length = 0;
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).trim());
            }
            line = in.readLine();
        }
        return length;
    }

    private static void skip(BufferedReader in, int length) throws IOException {
        for (int left = length; left > 0; left--) {
            if (in.read() < 0) {
                throw new IOException("cut short");
            }
        }
    }

    private static void answer(OutputStream out, String status, String headers, String body) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n" + headers + "\r\n" + body;
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
