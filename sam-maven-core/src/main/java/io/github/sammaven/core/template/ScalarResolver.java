package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a plain YAML value is: the YAML 1.1 words the SAM tools accept, but dates, times and numbers with a leading zero
 * (account ids) stay text.
 */
final class ScalarResolver {

    private static final Pattern INTEGER = Pattern.compile("[-+]?(?:0|[1-9][0-9_]*)");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:(?:0|[1-9][0-9_]*)\\.[0-9_]*|\\.[0-9]+)(?:[eE][-+][0-9]+)?");
    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("True", true),
            Map.entry("TRUE", true),
            Map.entry("yes", true),
            Map.entry("Yes", true),
            Map.entry("YES", true),
            Map.entry("on", true),
            Map.entry("On", true),
            Map.entry("ON", true),
            Map.entry("false", false),
            Map.entry("False", false),
            Map.entry("FALSE", false),
            Map.entry("no", false),
            Map.entry("No", false),
            Map.entry("NO", false),
            Map.entry("off", false),
            Map.entry("Off", false),
            Map.entry("OFF", false));

    private ScalarResolver() {}

    static ScalarNode plain(String text, SourceMark mark) {
        return new ScalarNode(canonical(text), kindOf(text), mark);
    }

    /** What {@code text} would be read as if it stood in a file without quotes. */
    static ScalarKind kindOf(String text) {
        if (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null") && isOneCase(text)) {
            return ScalarKind.NULL;
        }
        char first = text.charAt(0);
        if (BOOLEANS.containsKey(text)) {
            return ScalarKind.BOOLEAN;
        }
        if (first > '9' || first == '\'' || first == '"') {
            return ScalarKind.STRING;
        }
        if (INTEGER.matcher(text).matches() || HEXADECIMAL.matcher(text).matches()) {
            return ScalarKind.INTEGER;
        }
        return FLOAT.matcher(text).matches() ? ScalarKind.FLOAT : ScalarKind.STRING;
    }

    /** A value with an explicit type, {@code !!int "3"}. */
    static ScalarNode ofType(String type, String text, SourceMark mark) {
        ScalarKind wanted =
                switch (type) {
                    case "str", "binary", "timestamp" -> ScalarKind.STRING;
                    case "int" -> ScalarKind.INTEGER;
                    case "float" -> ScalarKind.FLOAT;
                    case "bool" -> ScalarKind.BOOLEAN;
                    case "null" -> ScalarKind.NULL;
                    default ->
                        throw new InvalidTemplateException(
                                Problem.error(mark, "the YAML type !!" + type + " means nothing in a template"));
                };
        ScalarKind read = kindOf(text);
        if (wanted == ScalarKind.STRING) {
            return ScalarNode.string(text, mark);
        }
        if (wanted != read && !(wanted == ScalarKind.FLOAT && read == ScalarKind.INTEGER)) {
            throw new InvalidTemplateException(Problem.error(mark, "'" + text + "' is not of the type !!" + type));
        }
        String canonical = canonical(text);
        return new ScalarNode(wanted == ScalarKind.FLOAT ? decimal(canonical) : canonical, wanted, mark);
    }

    private static String canonical(String text) {
        return switch (kindOf(text)) {
            case STRING -> text;
            case NULL -> "null";
            case BOOLEAN -> Boolean.toString(BOOLEANS.getOrDefault(text, false));
            case INTEGER -> integer(text.replace("_", "")).toString();
            case FLOAT -> decimal(text.replace("_", ""));
        };
    }

    private static BigInteger integer(String text) {
        int hex = text.indexOf("0x");
        return hex < 0 ? new BigInteger(text) : new BigInteger(text.replaceFirst("0x", ""), 16);
    }

    /** The same number in the one form that is a float in YAML and JSON alike: {@code -0.5}, {@code 1.0e+3}. */
    static String decimal(String text) {
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        int exponent = Math.max(unsigned.indexOf('e'), unsigned.indexOf('E'));
        String digits = exponent < 0 ? unsigned : unsigned.substring(0, exponent);
        String power = exponent < 0 ? "" : unsigned.substring(exponent).replaceFirst("^([eE])(?=[0-9])", "$1+");
        int dot = digits.indexOf('.');
        String whole = dot == 0 ? "0" : digits.substring(0, dot < 0 ? digits.length() : dot);
        String fraction = dot < 0 || dot == digits.length() - 1 ? "0" : digits.substring(dot + 1);
        return (text.startsWith("-") ? "-" : "") + whole + "." + fraction + power;
    }

    private static boolean isOneCase(String text) {
        return text.equals("null") || text.equals("Null") || text.equals("NULL");
    }
}
