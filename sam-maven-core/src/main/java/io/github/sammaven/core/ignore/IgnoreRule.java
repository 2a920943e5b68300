package io.github.sammaven.core.ignore;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of an ignore file.
 *
 * @param pattern over the path below the file's folder, or over the last name of it
 * @param nameOnly whether the pattern has no slash and so is about the last name
 * @param folderOnly whether only folders are meant
 * @param excludes false if the line takes back what one before it leaves out
 */
record IgnoreRule(Pattern pattern, boolean nameOnly, boolean folderOnly, boolean excludes) {

    /** Empty if the line says nothing. */
    static Optional<IgnoreRule> parse(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        String glob = trimmed(line);
        boolean negated = glob.startsWith("!");
        glob = negated ? glob.substring(1) : glob;
        boolean folderOnly = glob.endsWith("/");
        glob = folderOnly ? glob.substring(0, glob.length() - 1) : glob;
        boolean nameOnly = glob.indexOf('/') < 0;
        glob = glob.startsWith("/") ? glob.substring(1) : glob;
        return glob.isEmpty()
                ? Optional.empty()
                : Optional.of(new IgnoreRule(GlobPattern.compile(glob), nameOnly, folderOnly, !negated));
    }

    boolean matches(String path, boolean folder) {
        String subject = nameOnly ? path.substring(path.lastIndexOf('/') + 1) : path;
        return (folder || !folderOnly) && pattern.matcher(subject).matches();
    }

    /** Blanks at the end do not count unless a backslash precedes them. */
    private static String trimmed(String line) {
        int end = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
                end = Math.min(i + 1, line.length());
            } else if (line.charAt(i) != ' ') {
                end = i + 1;
            }
        }
        return line.substring(0, end);
    }
}
