package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.SamConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** All places an option may be given in, each filled by a test as it needs. */
final class OptionSources {

    private final Path basedir;
    private final Properties commandLine = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final Set<String> pomLiterals = new HashSet<>();
    private final Properties projectProperties = new Properties();
    private final List<String> origins = new ArrayList<>();
    private String samconfig = "version = 0.1\n";

    OptionSources(Path basedir) {
        this.basedir = basedir;
    }

    OptionSources commandLine(String property, String value) {
        commandLine.setProperty(property, value);
        return this;
    }

    OptionSources environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    OptionSources inPom(String name) {
        pomLiterals.add(name);
        return this;
    }

    OptionSources projectProperty(String property, String value) {
        projectProperties.setProperty(property, value);
        return this;
    }

    OptionSources commandTable(String line) {
        samconfig += "[default.deploy.parameters]\n" + line + "\n";
        return this;
    }

    OptionSources globalTable(String line) {
        samconfig += "[default.global.parameters]\n" + line + "\n";
        return this;
    }

    /** What was told so far about where values came from. */
    List<String> origins() {
        return origins;
    }

    Options options() {
        try {
            Files.writeString(basedir.resolve("samconfig.toml"), samconfig);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Options(
                commandLine,
                environment,
                Set.copyOf(pomLiterals),
                projectProperties,
                () -> SamConfigFile.in(basedir).read().command("deploy"),
                basedir,
                origins::add);
    }
}
