package io.github.sammaven.core.build.ruby;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Installed gems without what tells of this machine: downloads, logs of compilers, paths of the interpreter. */
final class RubyFiles {

    static final String BUNDLE = "vendor/bundle/";
    private static final Pattern GEMS = Pattern.compile("vendor/bundle/ruby/([^/]+)/(.*)");
    private static final Pattern LEFTOVERS = Pattern.compile(
            "(cache|build_info|doc)/.*|.*/(gem_make\\.out|mkmf\\.log|Makefile)|bundler/gems/[^/]+/\\.git/.*");
    private static final Pattern RUBY_START = Pattern.compile("\\A#![^\\n]*ruby[^\\n]*\\n");

    private RubyFiles() {}

    static boolean isSource(String name) {
        return !name.startsWith(BUNDLE) && !name.startsWith(".bundle/");
    }

    /**
     * Changes scripts where they are.
     *
     * @param project files of a project folder after the installation
     * @param layer whether gems stand where Lambda looks for those of layers
     */
    static Map<String, Path> gems(Map<String, Path> project, boolean layer) throws IOException {
        Map<String, Path> gems = new TreeMap<>();
        for (Map.Entry<String, Path> file : project.entrySet()) {
            Matcher gem = GEMS.matcher(file.getKey());
            if (gem.matches() && !LEFTOVERS.matcher(gem.group(2)).matches()) {
                if (gem.group(2).startsWith("bin/")) {
                    changeStart(file.getValue());
                }
                gems.put(layer ? "ruby/gems/" + gem.group(1) + "/" + gem.group(2) : file.getKey(), file.getValue());
            }
        }
        return gems;
    }

    private static void changeStart(Path script) throws IOException {
        String text = Files.readString(script, StandardCharsets.ISO_8859_1);
        String changed = RUBY_START.matcher(text).replaceFirst("#!/usr/bin/env ruby\n");
        Files.writeString(script, changed, StandardCharsets.ISO_8859_1);
    }
}
