package io.github.sammaven.core.local.apigateway.authorize.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Keys of conditions whose values are known of a request that comes from this machine. */
enum ConditionKey {
    CURRENT_TIME("aws:currenttime", question -> Optional.of(question.at().toString())),
    EPOCH_TIME(
            "aws:epochtime", question -> Optional.of(Long.toString(question.at().getEpochSecond()))),
    SOURCE_IP("aws:sourceip", question -> Optional.of(question.sourceIp())),
    SECURE_TRANSPORT("aws:securetransport", question -> Optional.of(Boolean.toString(question.secure()))),
    USER_AGENT("aws:useragent", PolicyQuestion::userAgent),
    REFERER("aws:referer", PolicyQuestion::referer),
    SOURCE_VPC("aws:sourcevpc", question -> Optional.empty()),
    SOURCE_VPCE("aws:sourcevpce", question -> Optional.empty()),
    VPC_SOURCE_IP("aws:vpcsourceip", question -> Optional.empty());

    private final String key;
    private final Function<PolicyQuestion, Optional<String>> value;

    ConditionKey(String key, Function<PolicyQuestion, Optional<String>> value) {
        this.key = key;
        this.value = value;
    }

    /** @param lower the key in small letters */
    static Optional<ConditionKey> named(String lower) {
        return Arrays.stream(values()).filter(known -> known.key.equals(lower)).findFirst();
    }

    /** Empty if the request has none. */
    Optional<String> value(PolicyQuestion question) {
        return value.apply(question);
    }
}
