package io.github.sammaven.core.packaging;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A packaged template as a deployment takes it.
 *
 * @param body its text
 */
public record DeployableTemplate(String body) {

    /**
     * @param file what {@code package} wrote
     * @throws InvalidOptionException if nothing was packaged, or if it was packaged without uploading it
     * @throws InvalidTemplateException if it names local files that are not packaged
     */
    public static DeployableTemplate read(Path file) {
        if (!Files.exists(file)) {
            throw new InvalidOptionException(
                    "there is no packaged template: " + file + " does not exist",
                    "run sam:package before sam:deploy, in the same build or an earlier one");
        }
        Template template = new TemplateReader().read(file, file.toString());
        LocalRemains remains = new LocalRemains(template);
        Optional<String> code = remains.functionWithLocalCode();
        if (code.isPresent()) {
            throw new InvalidOptionException(
                    "the code of " + code.get() + " is not in S3: it was packaged without uploading",
                    "package with -Dsam.upload=true -Dsam.s3Bucket=BUCKET before deploying");
        }
        List<Problem> problems = remains.problems();
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
        return new DeployableTemplate(new TemplateWriter().yaml(template.root()));
    }
}
