package io.github.sammaven.core.local.invoke;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Ten handlers that go well or badly in the ways handlers do; they run in a JVM of their own. */
public final class TenHandlers {

    /** A bean. */
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

    /** Takes a bean and gives it back. */
    public static final class Pojo implements RequestHandler<Order, Order> {
        @Override
        public Order handleRequest(Order order, Context context) {
            order.setAmount(order.getAmount() + 1);
            return order;
        }
    }

    /** Copies bytes. */
    public static final class Stream implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            in.transferTo(out);
        }
    }

    /** What {@link Records} gives. */
    public record Answer(String greeting, List<Line> lines) {}

    /** A part of it. */
    public record Line(String id, int amount) {}

    /** Gives a record. */
    public static final class Records implements RequestHandler<Order, Answer> {
        @Override
        public Answer handleRequest(Order order, Context context) {
            return new Answer("hello", List.of(new Line(order.getId(), order.getAmount())));
        }
    }

    /** Takes a record, which AWS's serialization cannot make. */
    public static final class RecordAsEvent implements RequestHandler<Line, Line> {
        @Override
        public Line handleRequest(Line line, Context context) {
            return line;
        }
    }

    /** Answers an HTTP API. */
    public static final class HttpApi implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            String method = event.getRequestContext().getHttp().getMethod();
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("Content-Type", "text/plain"))
                    .withBody(method + " " + event.getRawPath() + " by "
                            + event.getHeaders().get("user-agent"))
                    .build();
        }
    }

    public String exception(Object in) {
        throw new IllegalStateException("no such order");
    }

    public void exit(Object in) {
        System.exit(7);
    }

    public String timeout(Object in) throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    public String outOfMemory(Object in) {
        List<long[]> all = new ArrayList<>();
        while (true) {
            all.add(new long[1_000_000]);
        }
    }

    public void sevenMegabytes(InputStream in, OutputStream out) throws IOException {
        out.write('"');
        out.write("x".repeat(7_000_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.write('"');
    }

    public String logs(Object in) {
        for (int i = 0; i < 100_000; i++) {
            System.out.println("line " + i);
        }
        return "logged";
    }
}
