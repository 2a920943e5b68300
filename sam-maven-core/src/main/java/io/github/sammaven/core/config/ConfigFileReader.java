package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads a TOML or YAML file, told apart by its extension, in UTF-8. */
final class ConfigFileReader {

    private final Path workingDirectory;

    /** @param workingDirectory what shown paths are relative to */
    ConfigFileReader(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    ConfigValue read(Path path) {
        String shown = shown(path);
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        // A pipe of a shell, /dev/fd/63, has no name to tell its format by.
        boolean pipe = !name.contains(".") && Files.exists(path) && !Files.isRegularFile(path);
        if (name.endsWith(".toml") || pipe) {
            return new TomlConfigParser(shown).parse(withoutMark(text(path)));
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return new YamlConfigParser(shown).parse(withoutMark(text(path)));
        }
        throw new InvalidOptionException(List.of(Problem.error(
                SourceMark.ofFile(shown),
                "this kind of file is not supported",
                "write it as TOML or YAML and name it .toml, .yaml or .yml")));
    }

    /** The path relative to the working directory, with forward slashes, if it is below it. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(workingDirectory) ? workingDirectory.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The whole text, with a byte order mark if there is one. */
    String text(Path path) {
        String shown = shown(path);
        // Buffered, since an unbuffered file stream asks for its length, which a pipe does not have.
        try (InputStream bytes = new BufferedInputStream(new FileInputStream(path.toFile()))) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidOptionException(List.of(
                    Problem.error(SourceMark.ofFile(shown), "the file is not UTF-8 text", "save the file in UTF-8")));
        } catch (IOException unreadable) {
            throw new SamException(
                    Problem.error(SourceMark.ofFile(shown), "the file cannot be read: " + unreadable.getMessage()),
                    unreadable);
        }
    }
}
