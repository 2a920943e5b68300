package io.github.sammaven.core.build.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Installed packages without what tells of this machine: the origin of local packages, the path of the interpreter in
 * scripts, byte code. So the same packages are the same bytes wherever they are installed.
 */
final class StableSite {

    private static final Set<String> ORIGINS = Set.of("direct_url.json", "uv_cache.json", "uv_build.json");
    private static final Pattern SHELL_START = Pattern.compile("\\A#!/bin/sh\\n'''exec' [^\\n]*\\n' '''\\n");
    private static final Pattern PYTHON_START = Pattern.compile("\\A#![^\\n]*python[^\\n]*\\n");

    private StableSite() {}

    /**
     * Changes scripts and records where they are.
     *
     * @param installed files of the packages by path
     * @return those that belong in an artifact
     */
    static Map<String, Path> of(Map<String, Path> installed) throws IOException {
        Map<String, Path> stable = new TreeMap<>();
        for (Map.Entry<String, Path> entry : installed.entrySet()) {
            String name = entry.getKey();
            if (!PythonSources.isWanted(name) || isOrigin(name) || name.equals(".lock")) {
                continue;
            }
            if (name.startsWith("bin/")) {
                changeStart(entry.getValue());
            } else if (name.endsWith(".dist-info/RECORD")) {
                changeRecord(entry.getValue());
            }
            stable.put(name, entry.getValue());
        }
        return stable;
    }

    private static boolean isOrigin(String name) {
        int slash = name.lastIndexOf('/');
        return slash > 0
                && name.substring(0, slash).endsWith(".dist-info")
                && ORIGINS.contains(name.substring(slash + 1));
    }

    private static void changeStart(Path script) throws IOException {
        byte[] content = Files.readAllBytes(script);
        if (content.length < 2 || content[0] != '#' || content[1] != '!') {
            return;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String changed = SHELL_START.matcher(text).replaceFirst("#!/usr/bin/env python3\n");
        if (changed.equals(text)) {
            changed = PYTHON_START.matcher(text).replaceFirst("#!/usr/bin/env python3\n");
        }
        Files.write(script, changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void changeRecord(Path record) throws IOException {
        List<String> lines = Files.readAllLines(record).stream()
                .filter(line -> !isOrigin(line.split(",", 2)[0]) && !line.contains("__pycache__"))
                .map(line -> line.startsWith("../../bin/") ? line.split(",", 2)[0] + ",," : line)
                .sorted()
                .toList();
        Files.writeString(record, String.join("\n", lines) + "\n");
    }
}
