package io.github.sammaven.core.function;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.Template;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the code of a function or layer is. */
final class CodeReader {

    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*", Pattern.DOTALL);
    private static final String TEMPLATE_FOLDER = ".";

    private final Template template;

    CodeReader(Template template) {
        this.template = template;
    }

    /** Code of a function whose package type is Zip. */
    CodeSource zip(ResourceProperties properties, boolean serverless) {
        if (!serverless) {
            return archive(properties, "Code");
        }
        Optional<Resolution> inline = properties.resolved("InlineCode");
        return inline.isPresent() ? inline(inline.get()) : archive(properties, "CodeUri");
    }

    /** The image of a function whose package type is Image. */
    CodeSource image(ResourceProperties properties, boolean serverless, MappingNode resource, ImageReader images) {
        Optional<Resolution> uri = properties.resolved(serverless ? "ImageUri" : "Code");
        Optional<Node> value = uri.map(Resolution::value);
        Optional<String> text = value.flatMap(Node::asText)
                .or(() -> value.flatMap(Node::asMapping).flatMap(code -> code.text("ImageUri")));
        return new CodeSource.Image(
                text.or(() -> uri.flatMap(CodeReader::expression)).orElse(""), images.build(resource), images.config());
    }

    /** A path, a URL, or a mapping that names a bucket. */
    CodeSource archive(ResourceProperties properties, String property) {
        Optional<Resolution> resolution = properties.resolved(property);
        if (resolution.isEmpty()) {
            return local(TEMPLATE_FOLDER, properties, property);
        }
        Node value = resolution.get().value();
        Optional<String> text = value.asText();
        if (text.isPresent()) {
            return URL.matcher(text.get()).matches()
                    ? new CodeSource.Remote(text.get())
                    : local(text.get(), properties, property);
        }
        Optional<Node> zipFile = value.asMapping().flatMap(code -> code.get("ZipFile"));
        if (zipFile.isPresent()) {
            return inline(properties.resolve(zipFile.get()));
        }
        return new CodeSource.Remote(value.asMapping()
                .flatMap(CodeReader::bucketUrl)
                .or(() -> expression(resolution.get()))
                .orElse(property));
    }

    private static Optional<String> bucketUrl(MappingNode location) {
        Optional<String> bucket = location.text("S3Bucket").or(() -> location.text("Bucket"));
        Optional<String> key = location.text("S3Key").or(() -> location.text("Key"));
        return bucket.flatMap(name -> key.map(path -> "s3://" + name + "/" + path));
    }

    private static CodeSource inline(Resolution text) {
        return text.value()
                .asText()
                .<CodeSource>map(CodeSource.Inline::new)
                .orElseGet(() -> new CodeSource.Remote(expression(text).orElse("InlineCode")));
    }

    private static Optional<String> expression(Resolution resolution) {
        return resolution.unknown().stream().findFirst().map(unknown -> unknown.expression());
    }

    private CodeSource local(String written, ResourceProperties properties, String property) {
        try {
            return new CodeSource.Local(
                    written, template.folder().resolve(written).normalize(), properties.markOf(property));
        } catch (InvalidPathException noPath) {
            properties.error(property, property + " is not a path: " + noPath.getReason(), "");
            return new CodeSource.Local(written, template.folder(), properties.markOf(property));
        }
    }
}
