package io.github.sammaven.core.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of an {@code Fn::Sub}, cut into what stands as it is and what is put in.
 *
 * @param parts without gaps, in order; together they cover the text
 */
public record SubText(List<Part> parts) {

    /** A stretch of the text, from {@code start} inclusive to {@code end} exclusive, in chars. */
    public sealed interface Part {

        int start();

        int end();
    }

    /** Stands as it is. */
    public record Literal(String text, int start, int end) implements Part {}

    /** <code>${!name}</code>, which stands for the text <code>${name}</code>. */
    public record Escaped(String name, int start, int end) implements Part {

        public String text() {
            return "${" + name + "}";
        }
    }

    /** <code>${name}</code>, where a value is put in. */
    public record Variable(String name, int start, int end) implements Part {

        /** Whether CloudFormation takes the name: letters, digits, underscores, periods and colons. */
        public boolean isWellFormed() {
            return !name.isEmpty() && name.chars().allMatch(Variable::isNameCharacter);
        }

        /** What is before the first dot: a logical id if there is a dot, else the whole name. */
        public String head() {
            int dot = name.indexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        }

        /** What is after the first dot. */
        public Optional<String> attribute() {
            int dot = name.indexOf('.');
            return dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
        }

        private static boolean isNameCharacter(int character) {
            return character < 128
                    && (Character.isLetterOrDigit(character)
                            || character == '_'
                            || character == '.'
                            || character == ':');
        }
    }

    public SubText {
        parts = List.copyOf(parts);
    }

    /** Never fails: <code>${</code> without an end is literal, a strange name is a variable that is not well formed. */
    public static SubText parse(String text) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        int open = text.indexOf("${");
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            if (open > done) {
                parts.add(new Literal(text.substring(done, open), done, open));
            }
            boolean escaped = text.charAt(open + 2) == '!';
            String name = text.substring(open + (escaped ? 3 : 2), close);
            done = close + 1;
            parts.add(escaped ? new Escaped(name, open, done) : new Variable(name, open, done));
            open = text.indexOf("${", done);
        }
        if (done < text.length()) {
            parts.add(new Literal(text.substring(done), done, text.length()));
        }
        return new SubText(parts);
    }

    public List<Variable> variables() {
        return parts.stream()
                .filter(Variable.class::isInstance)
                .map(Variable.class::cast)
                .toList();
    }
}
