package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteSelectionTest {

    private record Row(String line, String expression, String message, Optional<String> key) {
        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> rows() {
        String action = "$request.body.action";
        return Stream.of(
                new Row("a field of the message", action, "{\"action\": \"send\"}", Optional.of("send")),
                new Row(
                        "a field of a field",
                        "$request.body.a.b",
                        "{\"a\": {\"b\": \"send\"}, \"b\": \"no\"}",
                        Optional.of("send")),
                new Row("in braces", "${request.body.a.b}", "{\"a\": {\"b\": \"send\"}}", Optional.of("send")),
                new Row("a number is its text", action, "{\"action\": 7}", Optional.of("7")),
                new Row("so is a truth value", action, "{\"action\": true}", Optional.of("true")),
                new Row("null names no route", action, "{\"action\": null}", Optional.empty()),
                new Row("an object names no route", action, "{\"action\": {}}", Optional.empty()),
                new Row("the field is missing", action, "{\"other\": \"send\"}", Optional.empty()),
                new Row("the message is an array", action, "[\"action\"]", Optional.empty()),
                new Row("the message is a text", action, "\"action\"", Optional.empty()),
                new Row("the message is not JSON", action, "action: send", Optional.empty()),
                new Row("the message is empty", action, "", Optional.empty()),
                new Row("JSON with something behind it", action, "{\"action\": \"send\"} x", Optional.empty()),
                new Row("JSON that breaks off", action, "{\"action\": \"send\"", Optional.empty()),
                new Row("another place than the body", "$request.header.x", "{\"x\": \"send\"}", Optional.empty()),
                new Row("no expression", "", "{\"action\": \"send\"}", Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void messageNamesItsRoute(Row row) {
        assertThat(RouteSelection.of(row.expression()).key(row.message())).isEqualTo(row.key());
    }
}
