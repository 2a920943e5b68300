package io.github.sammaven.core.aws.fake;

/** A refusal in the AWS Query protocol. */
final class QueryError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    QueryError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static QueryError validation(String message) {
        return new QueryError(400, "ValidationError", message);
    }

    /** As the front of every service words a parameter that is out of bounds. */
    static QueryError constraint(String value, String parameter, String constraint) {
        return validation("1 validation error detected: Value " + value + " at '" + parameter
                + "' failed to satisfy constraint: Member must " + constraint);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
