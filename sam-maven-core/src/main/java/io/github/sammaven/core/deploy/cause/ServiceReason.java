package io.github.sammaven.core.deploy.cause;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason of an event, taken apart.
 *
 * @param text what a person needs of it, without a full stop at its end; empty if there is no reason
 * @param service that refused, as it calls itself, {@code Lambda}; empty if it is not named
 * @param status of its answer, {@code 400}; 0 if it is not told
 * @param code the service's code for it, {@code AccessDeniedException}; empty if it is not told
 * @param handlerCode CloudFormation's code for it, {@code AlreadyExists}; empty if it is not told
 */
public record ServiceReason(String text, String service, int status, String code, String handlerCode) {

    private static final Pattern HANDLER = Pattern.compile("^Resource handler returned message: \"");
    private static final Pattern HANDLER_CODE =
            Pattern.compile("\\(?RequestToken: [^,)]*, HandlerErrorCode: (\\w+)\\)");
    private static final Pattern ANSWER = Pattern.compile("\\(Service: ([^;,)]*)[;,] Status Code: (\\d+)([^)]*)\\)");
    private static final Pattern CODE = Pattern.compile("Error Code: ([\\w.]+)");
    private static final Pattern NOISE = Pattern.compile(
            "\\(SDK Attempt Count: \\d+\\)|\\(RequestToken: [^)]*\\)"
                    + "|\\[?\\(?(?:AWS )?Request ?ID: [\\w-]+\\)?\\]?|\\(Proxy: null\\)|Encoded authorization failure message: \\S+",
            Pattern.CASE_INSENSITIVE);

    /** @param reason the service's words */
    public static ServiceReason parse(String reason) {
        Matcher answer = ANSWER.matcher(reason);
        String service = "";
        int status = 0;
        String code = "";
        if (answer.find()) {
            service = answer.group(1).trim();
            status = answer.group(2).length() < 6 ? Integer.parseInt(answer.group(2)) : 0;
            Matcher named = CODE.matcher(answer.group(3));
            code = named.find() ? named.group(1) : "";
        }
        Matcher handler = HANDLER_CODE.matcher(reason);
        String handlerCode = handler.find() ? handler.group(1) : "";
        return new ServiceReason(clean(reason), service, status, code, handlerCode);
    }

    private static String clean(String reason) {
        boolean quoted = HANDLER.matcher(reason).find();
        String text = HANDLER.matcher(reason).replaceFirst("");
        text = HANDLER_CODE.matcher(text).replaceAll("");
        text = ANSWER.matcher(text).replaceAll("");
        text = NOISE.matcher(text).replaceAll("").trim();
        if (quoted && text.endsWith("\"")) {
            text = text.substring(0, text.length() - 1);
        }
        text = text.replaceAll("\\s+", " ")
                .replace(" ,", ",")
                .replaceAll("\\(\\s*\\)", "")
                .trim();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** To be put into a sentence of ours. */
    public String words() {
        return text.isEmpty() ? "AWS gives no reason" : text;
    }
}
