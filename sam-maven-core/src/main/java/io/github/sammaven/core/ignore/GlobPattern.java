package io.github.sammaven.core.ignore;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a glob of git into a regular expression over {@code /}-separated paths. One use each. */
final class GlobPattern {

    private static final String NOTHING = "(?!)";
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "a-zA-Z0-9"),
            Map.entry("alpha", "a-zA-Z"),
            Map.entry("blank", " \\t"),
            Map.entry("cntrl", "\\x00-\\x1F\\x7F"),
            Map.entry("digit", "0-9"),
            Map.entry("graph", "!-~"),
            Map.entry("lower", "a-z"),
            Map.entry("print", " -~"),
            Map.entry("punct", "!-/:-@\\[-`{-~"),
            Map.entry("space", " \\t\\n\\x0B\\f\\r"),
            Map.entry("upper", "A-Z"),
            Map.entry("xdigit", "0-9a-fA-F"));

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private GlobPattern(String glob) {
        this.glob = glob;
    }

    /** A broken glob matches nothing, as it does for git. */
    static Pattern compile(String glob) {
        return Pattern.compile(new GlobPattern(glob).translate().orElse(NOTHING), Pattern.DOTALL);
    }

    private Optional<String> translate() {
        while (at < glob.length()) {
            char next = glob.charAt(at);
            if (next == '*') {
                stars();
            } else if (next == '[') {
                if (!set()) {
                    return Optional.empty();
                }
            } else {
                if (next == '\\') {
                    at++;
                    if (at == glob.length()) {
                        return Optional.empty();
                    }
                    literal();
                } else if (next == '?') {
                    regex.append("[^/]");
                    at++;
                } else {
                    literal();
                }
            }
        }
        return Optional.of(regex.toString());
    }

    private void literal() {
        int character = glob.codePointAt(at);
        regex.append(escaped(character));
        at += Character.charCount(character);
    }

    /**
     * Two stars that fill a whole part of the path stand for any number of folders. Git compares plain text at the start of a
     * glob beforehand and then takes what follows for the start, so they do behind it as well.
     */
    private void stars() {
        int start = at;
        boolean starts = start == 0 || glob.charAt(start - 1) == '/' || isPlain(start);
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        boolean whole = at - start > 1
                && starts
                && (at == glob.length() || glob.charAt(at) == '/' || glob.startsWith("\\/", at));
        if (!whole) {
            regex.append("[^/]*");
        } else if (at < glob.length() && glob.charAt(at) == '/') {
            regex.append("(?:.*/)?");
            at++;
        } else {
            regex.append(".*");
        }
    }

    private boolean isPlain(int end) {
        return glob.chars().limit(end).noneMatch(character -> "*?[\\".indexOf(character) >= 0);
    }

    /** False if the set has no end or names an unknown class. */
    private boolean set() {
        at++;
        boolean negated = at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^');
        at += negated ? 1 : 0;
        StringBuilder members = new StringBuilder();
        boolean first = true;
        int previous = -1;
        while (first || at < glob.length() && glob.charAt(at) != ']') {
            first = false;
            if (at >= glob.length()) {
                return false;
            }
            if (isRange(previous)) {
                at++;
                int last = member();
                if (last < 0) {
                    return false;
                }
                if (previous <= last) {
                    members.append(escaped(previous)).append('-').append(escaped(last));
                }
                previous = -1;
            } else if (glob.startsWith("[:", at)) {
                int end = glob.indexOf(']', at + 2);
                if (end < 0) {
                    return false;
                }
                if (end < at + 3 || glob.charAt(end - 1) != ':') {
                    members.append(escaped('['));
                    previous = '[';
                    at++;
                    continue;
                }
                String named = CLASSES.get(glob.substring(at + 2, end - 1));
                if (named == null) {
                    return false;
                }
                members.append(named);
                previous = -1;
                at = end + 1;
            } else {
                previous = member();
                if (previous < 0) {
                    return false;
                }
                members.append(escaped(previous));
            }
        }
        if (at >= glob.length()) {
            return false;
        }
        at++;
        if (negated) {
            regex.append("[^/").append(members).append(']');
        } else {
            regex.append(members.isEmpty() ? NOTHING : "(?!/)[" + members + "]");
        }
        return true;
    }

    private boolean isRange(int previous) {
        return previous >= 0 && glob.charAt(at) == '-' && at + 1 < glob.length() && glob.charAt(at + 1) != ']';
    }

    /** The character here, which a backslash may precede; negative at the end. */
    private int member() {
        if (glob.charAt(at) == '\\') {
            at++;
        }
        if (at >= glob.length()) {
            return -1;
        }
        int character = glob.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }

    private static String escaped(int character) {
        return "\\x{" + Integer.toHexString(character) + "}";
    }
}
