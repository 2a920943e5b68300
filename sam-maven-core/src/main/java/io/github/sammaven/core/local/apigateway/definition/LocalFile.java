package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a definition, or a part of one, from a file beside the template. */
final class LocalFile {

    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*", Pattern.DOTALL);

    private final StackReading stack;

    LocalFile(StackReading stack) {
        this.stack = stack;
    }

    /**
     * The mapping in it, YAML or JSON; empty if it cannot be read, which is told.
     *
     * @param what that is read, {@code the definition of Shop}
     * @param mark where the file is named
     */
    Optional<MappingNode> read(String location, String what, SourceMark mark) {
        if (URL.matcher(location).matches()) {
            stack.warn(
                    mark,
                    what + " is at " + location + ", which is not read here",
                    "name the file on this machine, and let sam:package upload it");
            return Optional.empty();
        }
        Template template = stack.template();
        try {
            Path file = template.folder().resolve(location).normalize();
            if (!Files.isRegularFile(file)) {
                stack.warn(mark, what + " is not there, no file " + location + " beside the template", "");
                return Optional.empty();
            }
            return Optional.of(new TemplateReader().read(file, shown(location)).root());
        } catch (InvalidPathException noPath) {
            stack.warn(mark, what + " is not at a path: " + noPath.getReason(), "");
        } catch (SamException unreadable) {
            unreadable.problems().forEach(problem -> tell(problem, what));
        }
        return Optional.empty();
    }

    private String shown(String location) {
        Path parent = Path.of(stack.template().root().mark().file()).getParent();
        return parent == null ? location : parent.resolve(location).normalize().toString();
    }

    private void tell(Problem problem, String what) {
        stack.warn(problem.mark(), what + " cannot be read: " + problem.message(), problem.suggestion());
    }
}
