package io.github.sammaven.core.guided;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.Prompt;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks until an answer can be used; not for ever, since the input may have come to its end. */
final class Questions {

    private static final int MAX_TRIES = 3;

    private final Prompt prompt;
    private final Consumer<String> lines;

    /** @param lines shows what is told between questions */
    Questions(Prompt prompt, Consumer<String> lines) {
        this.prompt = prompt;
        this.lines = lines;
    }

    void tell(String line) {
        lines.accept(line);
    }

    boolean yes(String question, boolean otherwise) {
        String answer = usable(
                question,
                () -> prompt.ask(question + " (y/n)", Optional.of(otherwise ? "y" : "n"))
                        .map(text -> text.toLowerCase(Locale.ROOT)),
                text -> text.matches("y(es)?|no?") ? Optional.empty() : Optional.of("answer y or n"));
        return answer.startsWith("y");
    }

    /** @param refusal why an answer cannot be used, if it cannot */
    String text(String question, Optional<String> otherwise, Function<String, Optional<String>> refusal) {
        return usable(question, () -> prompt.ask(question, otherwise), refusal);
    }

    /** Empty if nothing is typed and something is there already. */
    Optional<String> secret(String question, boolean there, Function<String, Optional<String>> refusal) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<String> answer = prompt.secret(question + (there ? " (Enter keeps what is given)" : ""));
            if (answer.isEmpty() && there) {
                return answer;
            }
            Optional<String> wrong = answer.map(refusal).orElse(Optional.of("a value is needed"));
            if (wrong.isEmpty()) {
                return answer;
            }
            tell(wrong.get());
        }
        throw noAnswer(question);
    }

    private String usable(
            String question, Supplier<Optional<String>> asking, Function<String, Optional<String>> refusal) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Optional<String> answer = asking.get();
            Optional<String> wrong = answer.map(refusal).orElse(Optional.of("a value is needed"));
            if (wrong.isEmpty()) {
                return answer.orElseThrow();
            }
            tell(wrong.get());
        }
        throw noAnswer(question);
    }

    private static InvalidOptionException noAnswer(String question) {
        return new InvalidOptionException(
                "'" + question + "' got no answer that can be used", "nothing was deployed and nothing saved");
    }

    /** The message of a problem with its way out, on one line. */
    static String shown(Problem problem) {
        return problem.message() + (problem.suggestion().isEmpty() ? "" : ". " + problem.suggestion());
    }
}
