package io.github.sammaven.core.aws.fake;

/** A refusal of a service with a JSON protocol. */
final class JsonRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    JsonRefusal(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static JsonRefusal of(String type, String message) {
        return new JsonRefusal(400, type, message);
    }

    ServiceAnswer answer() {
        return ServiceAnswer.refusal(status, type, getMessage());
    }
}
