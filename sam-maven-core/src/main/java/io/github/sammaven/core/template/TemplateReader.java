package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a template, YAML or JSON, into a tree. */
public final class TemplateReader {

    /**
     * @param path the file
     * @param shownAs how messages name the file, usually its path relative to the project
     * @throws InvalidTemplateException if it is no template at all: absent, not UTF-8, broken YAML or JSON, no mapping,
     *     an alias bomb, nested too deep
     */
    public Template read(Path path, String shownAs) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException absent) {
            throw new InvalidTemplateException(Problem.error(
                    SourceMark.ofFile(shownAs),
                    "there is no such template file",
                    "create it, or name another with -Dsam.templateFile=PATH"));
        } catch (IOException unreadable) {
            throw new SamException(
                    Problem.error(
                            SourceMark.ofFile(shownAs), "the template cannot be read: " + unreadable.getMessage()),
                    unreadable);
        }
        return parse(decode(bytes, shownAs), path, shownAs);
    }

    /** As {@link #read}, from text that is already in memory. */
    public Template parse(String text, Path path, String shownAs) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Problem> findings = new ArrayList<>();
        TemplateFormat format = TemplateFormat.YAML;
        Node root;
        if (content.stripLeading().startsWith("{") && JsonTreeParser.isJson(content)) {
            format = TemplateFormat.JSON;
            root = new JsonTreeParser(shownAs, findings).parse(content);
        } else {
            root = new YamlTreeParser(content, shownAs, findings).parse();
        }
        MappingNode mapping = root.asMapping()
                .orElseThrow(() -> new InvalidTemplateException(Problem.error(
                        root.mark(),
                        "a template is a mapping of sections, this is " + root.kindName(),
                        "start with Transform: AWS::Serverless-2016-10-31 and a Resources: section")));
        return new Template(mapping, path, format, findings);
    }

    private static String decode(byte[] bytes, String shownAs) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidTemplateException(Problem.error(
                    SourceMark.ofFile(shownAs), "the template is not UTF-8 text", "save the file in UTF-8"));
        }
    }
}
