package io.github.sammaven.core.deploy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.parameter.ParameterCheck;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template configuration file that a CloudFormation action of CodePipeline takes beside the template: {@code
 * Parameters}, {@code Tags} and {@code StackPolicy}. It lies in buckets and logs, so values of secret parameters are never
 * in it.
 */
public final class TemplateConfigurationFile {

    private final Path file;

    public TemplateConfigurationFile(Path file) {
        this.file = file;
    }

    /**
     * Replaces what is there.
     *
     * @param parameters values by the name of a declared parameter
     * @param stackPolicy a file with a stack policy as JSON
     * @return names of the parameters that were left out because their values are secret, in the order given
     * @throws InvalidOptionException if a parameter is not declared or its value not allowed, or the policy is not JSON
     * @throws SamException if it cannot be written
     */
    public List<String> write(
            Template template, Map<String, String> parameters, Map<String, String> tags, Optional<Path> stackPolicy) {
        List<Problem> problems = ParameterCheck.ofValues(template, parameters).problems();
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        Map<String, ParameterDeclaration> declared = ParameterDeclaration.of(template);
        List<String> secrets = new ArrayList<>();
        ObjectNode root = new ObjectMapper().createObjectNode();
        ObjectNode open = root.putObject("Parameters");
        parameters.forEach((name, value) -> {
            ParameterDeclaration declaration = declared.get(name);
            if (declaration != null && declaration.isSecret()) {
                secrets.add(name);
            } else {
                open.put(name, value);
            }
        });
        ObjectNode tagged = root.putObject("Tags");
        tags.forEach(tagged::put);
        stackPolicy.ifPresent(policy -> root.set("StackPolicy", policy(policy)));
        write(root);
        return secrets;
    }

    private static JsonNode policy(Path path) {
        try {
            JsonNode policy = new ObjectMapper().readTree(Files.readAllBytes(path));
            if (policy.isObject() && policy.has("Statement")) {
                return policy;
            }
        } catch (JacksonException wrong) {
            throw unusable(path, "is not JSON: " + wrong.getOriginalMessage());
        } catch (IOException failure) {
            throw unusable(path, "cannot be read: " + failure.getMessage());
        }
        throw unusable(path, "is no stack policy: it has no Statement");
    }

    private static InvalidOptionException unusable(Path policy, String why) {
        return new InvalidOptionException(List.of(Problem.error(SourceMark.ofFile(policy.toString()), why)));
    }

    private void write(ObjectNode root) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, new ObjectMapper().writer(printer).writeValueAsString(root) + "\n");
        } catch (IOException failure) {
            throw new SamException(
                    Problem.error(SourceMark.ofFile(file.toString()), "cannot be written: " + failure.getMessage()),
                    failure);
        }
    }
}
