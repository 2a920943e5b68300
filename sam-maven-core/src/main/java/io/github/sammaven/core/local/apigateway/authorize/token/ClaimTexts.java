package io.github.sammaven.core.local.apigateway.authorize.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Claims in events, where each value is a text. */
enum ClaimTexts {
    /** Lists as {@code [a b]}, times in seconds. */
    HTTP {
        @Override
        Collector<CharSequence, ?, String> list() {
            return Collectors.joining(" ", "[", "]");
        }

        @Override
        String time(Instant time) {
            return Long.toString(time.getEpochSecond());
        }
    },
    /** Lists as {@code a,b}, times as {@code Mon Nov 23 10:31:07 UTC 2026}. */
    REST {
        @Override
        Collector<CharSequence, ?, String> list() {
            return Collectors.joining(",");
        }

        @Override
        String time(Instant time) {
            return TIME.format(time.atOffset(ZoneOffset.UTC));
        }
    };

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH);

    abstract Collector<CharSequence, ?, String> list();

    abstract String time(Instant time);

    ObjectNode of(JWTClaimsSet claims) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        claims.getClaims().forEach((name, value) -> {
            if (value != null) {
                texts.put(name, text(name, value));
            }
        });
        return texts;
    }

    private String text(String name, Object value) {
        if (value instanceof Date date) {
            return time(date.toInstant());
        }
        if (value instanceof Collection<?> list) {
            // A single audience is a text in the token, which the library tells as a list.
            return name.equals("aud") && list.size() == 1
                    ? String.valueOf(list.iterator().next())
                    : list.stream().map(String::valueOf).collect(list());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
            return JSONObjectUtils.toJSONString(members);
        }
        return String.valueOf(value);
    }
}
