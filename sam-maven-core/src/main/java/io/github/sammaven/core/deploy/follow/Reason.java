package io.github.sammaven.core.deploy.follow;

/**
 * Why something is as it is, in the service's words.
 *
 * @param text a sentence; empty if there is none
 */
public record Reason(String text) {

    /** To be put into a sentence of ours. */
    public String words() {
        if (text.isEmpty()) {
            return "AWS gives no reason";
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
