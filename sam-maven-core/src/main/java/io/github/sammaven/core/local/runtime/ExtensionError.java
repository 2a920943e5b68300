package io.github.sammaven.core.local.runtime;

/** The refusals of the Extensions API; all are answered with 403. */
enum ExtensionError {
    MISSING_IDENTIFIER("Extension.MissingExtensionIdentifier", "Missing Lambda-Extension-Identifier header"),
    INVALID_IDENTIFIER("Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier"),
    UNKNOWN_IDENTIFIER("Extension.UnknownExtensionIdentifier", "Unknown Lambda-Extension-Identifier"),
    INVALID_NAME("Extension.InvalidExtensionName", "Missing or empty Lambda-Extension-Name header"),
    ALREADY_REGISTERED("Extension.AlreadyRegistered", "An extension of that name is registered already"),
    REGISTRATION_CLOSED("Extension.RegistrationClosed", "Extension registration closed already"),
    TOO_MANY("Extension.TooManyExtensions", "Extension limit (10) reached"),
    INVALID_EVENT("Extension.InvalidEventType", "Event type is not INVOKE or SHUTDOWN"),
    SHUTDOWN_NOT_SUPPORTED("Extension.InvalidEventType", "SHUTDOWN is not supported for internal extensions"),
    MISSING_ERROR_TYPE("Extension.MissingHeader", "Lambda-Extension-Function-Error-Type not found"),
    INVALID_STATE("Extension.InvalidExtensionState", "State transition is not allowed"),
    INVALID_REQUEST("InvalidRequestFormat", "The body is not a registration");

    private final String body;

    ExtensionError(String type, String message) {
        this.body = "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}";
    }

    String body() {
        return body;
    }
}
