package io.github.sammaven.core.deploy;

import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The template to deploy.
 *
 * @param tree for its parameters and for the places of its resources
 * @param body the text that is sent
 * @param upload where the text goes first; if empty it goes with the call, which has room for 51,200 bytes
 */
public record StackTemplate(Template tree, String body, Optional<TemplateUpload> upload) {

    /** A template that goes with the call. */
    public static StackTemplate inline(Template tree, String body) {
        return new StackTemplate(tree, body, Optional.empty());
    }

    /** Whether {@code body} has room in the call itself. */
    public static boolean fitsInline(String body) {
        return !Quotas.TEMPLATE_INLINE.isExceededBy(body.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Without the content, which may hold secrets. */
    @Override
    public String toString() {
        return "StackTemplate[" + tree.path() + "]";
    }
}
