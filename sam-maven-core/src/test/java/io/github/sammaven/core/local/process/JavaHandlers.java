package io.github.sammaven.core.local.process;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handlers of every kind; they run in a child JVM. */
public final class JavaHandlers {

    private static int calls;

    /** A request the serialization library fills. */
    public static final class Order {
        private String id = "";
        private int amount;

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public int getAmount() {
            return amount;
        }

        public void setAmount(int amount) {
            this.amount = amount;
        }
    }

    /** Answers with what it was given. */
    public static final class Pojo implements RequestHandler<Order, Order> {
        @Override
        public Order handleRequest(Order order, Context context) {
            order.setAmount(order.getAmount() + 1);
            return order;
        }
    }

    /** Types found through a generic parent. */
    abstract static class Parent<A, T> implements RequestHandler<T, A> {}

    /** Takes a list of objects. */
    public static final class Inherited extends Parent<String, List<Order>> {
        @Override
        public String handleRequest(List<Order> orders, Context context) {
            return orders.get(0).getId();
        }
    }

    /** Copies bytes. */
    public static final class Stream implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            in.transferTo(out);
        }
    }

    /** Cannot be made. */
    public static final class BrokenConstructor implements RequestHandler<Object, Object> {
        public BrokenConstructor() {
            throw new IllegalStateException("no database");
        }

        @Override
        public Object handleRequest(Object in, Context context) {
            return in;
        }
    }

    /** Has hooks around a snapshot. */
    public static final class WithHooks implements RequestHandler<String, String>, org.crac.Resource {
        private String told = "";

        public WithHooks() {
            org.crac.Core.getGlobalContext().register(this);
        }

        @Override
        public void beforeCheckpoint(org.crac.Context<? extends org.crac.Resource> context) {
            told += "before,";
            if ("before".equals(System.getenv("FAILING_HOOK"))) {
                throw new IllegalStateException("hook failed");
            }
        }

        @Override
        public void afterRestore(org.crac.Context<? extends org.crac.Resource> context) {
            told += "after,";
            if ("after".equals(System.getenv("FAILING_HOOK"))) {
                throw new IllegalStateException("hook failed");
            }
        }

        @Override
        public String handleRequest(String event, Context context) {
            return told + System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE");
        }
    }

    /** Fails in its first process only. */
    public static final class BrokenOnce implements RequestHandler<Object, Object> {
        public BrokenOnce() throws IOException {
            java.nio.file.Path marker = java.nio.file.Path.of(System.getenv("MARKER"));
            if (java.nio.file.Files.notExists(marker)) {
                java.nio.file.Files.createFile(marker);
                throw new IllegalStateException("first start");
            }
        }

        @Override
        public Object handleRequest(Object in, Context context) {
            return "recovered";
        }
    }

    public String text(String in) {
        return "hello " + in;
    }

    public Map<String, Object> context(Map<String, Object> in, Context context) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", context.getFunctionName());
        out.put("version", context.getFunctionVersion());
        out.put("arn", context.getInvokedFunctionArn());
        out.put("memory", context.getMemoryLimitInMB());
        out.put("group", context.getLogGroupName());
        out.put("timeLeft", context.getRemainingTimeInMillis() > 0);
        out.put("requestId", context.getAwsRequestId());
        if (context.getClientContext() != null) {
            out.put("custom", context.getClientContext().getCustom());
        }
        return out;
    }

    public long timeLeft(Object in, Context context) {
        return context.getRemainingTimeInMillis();
    }

    public Map<String, Object> jvm(Object in) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(
                "heapMb",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() / 1_000_000);
        out.put(
                "collectors",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(MemoryManagerMXBean::getName)
                        .sorted()
                        .toList());
        out.put("encoding", System.getProperty("file.encoding"));
        return out;
    }

    public String property(String name) {
        return System.getProperty(name);
    }

    public void nothing(Map<String, Object> in) {
        System.out.println("nothing to say");
    }

    public int count(Object in) {
        return ++calls;
    }

    public String fail(Object in) {
        throw new IllegalArgumentException("bad order", new IOException("disk"));
    }

    public void exit(Object in) {
        System.exit(Integer.parseInt(in.toString()));
    }

    public String memory(Object in) {
        List<long[]> all = new ArrayList<>();
        while (true) {
            all.add(new long[1_000_000]);
        }
    }

    public static void sized(InputStream in, OutputStream out) throws IOException {
        int size = Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        out.write(new byte[size]);
    }

    public String stuck(Object in) throws InterruptedException {
        if (in.equals("stay")) {
            new java.util.concurrent.CountDownLatch(1).await();
        }
        return "free";
    }

    public String chatty(int lines) {
        for (int i = 0; i < lines; i++) {
            System.out.println("line " + i);
        }
        System.err.println("on stderr");
        System.out.print("no end");
        System.out.flush();
        return "done";
    }
}
