package io.github.sammaven.core.transform.openapi;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A method of a path as an event names it.
 *
 * @param path as written
 * @param method as written, {@code GET} or {@code any}
 */
public record Route(String path, String method) {

    public static final String ANY = "x-amazon-apigateway-any-method";

    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z0-9._-]+\\+?}");
    private static final Pattern HTTP_PARAMETER = Pattern.compile("\\{([A-Za-z0-9._-]+|proxy\\+)}");

    /** The key of the method in a path item. */
    public String methodKey() {
        String lower = writtenKey();
        return lower.equals("any") ? ANY : lower;
    }

    /** The method as a key that is not normalised: {@code any} stays; so the hosted macro merges definitions. */
    String writtenKey() {
        return method.toLowerCase(Locale.ROOT);
    }

    /** How {@code execute-api} ARNs name the method: upper case, {@code *} for {@code any}. */
    public String arnMethod() {
        return writtenKey().equals("any") ? "*" : method.toUpperCase(Locale.ROOT);
    }

    /** As {@link #arnMethod()} for HTTP APIs: the key of the any-method is {@code *} too. */
    public String httpArnMethod() {
        return arnMethod(methodKey());
    }

    /** How {@code execute-api} ARNs name the path: without a last slash, {@code *} for parameters. */
    public String arnPath() {
        return arnPath(withoutLastSlash());
    }

    /** As {@link #arnPath()} for HTTP APIs: of greedy parameters only {@code {proxy+}} becomes {@code *}. */
    public String httpArnPath() {
        return HTTP_PARAMETER.matcher(withoutLastSlash()).replaceAll("*");
    }

    private String withoutLastSlash() {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static String arnMethod(String methodKey) {
        return methodKey.equals(ANY) || methodKey.equalsIgnoreCase("any") ? "*" : methodKey.toUpperCase(Locale.ROOT);
    }

    static String arnPath(String path) {
        return PARAMETER.matcher(path).replaceAll("*");
    }
}
