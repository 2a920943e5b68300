package io.github.sammaven.core.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person whose answers are known before, in order; an empty one is Enter. Everything that is asked is written down. */
public final class CannedAnswers implements Prompt {

    private final Deque<String> answers;
    private final List<String> transcript = new ArrayList<>();

    public CannedAnswers(String... answers) {
        this.answers = new ArrayDeque<>(Arrays.asList(answers));
    }

    /** What a person would see, a line for each question with its answer. */
    public List<String> transcript() {
        return List.copyOf(transcript);
    }

    /** Answers nobody has asked for. */
    public List<String> unused() {
        return List.copyOf(answers);
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public boolean confirm(String question) {
        String answer = next(question);
        transcript.add(question + " [y/N]: " + answer);
        return answer.equals("y") || answer.equals("yes");
    }

    @Override
    public Optional<String> ask(String question, Optional<String> otherwise) {
        String answer = next(question);
        transcript.add(question + otherwise.map(value -> " [" + value + "]").orElse("") + ": " + answer);
        return answer.isEmpty() ? otherwise : Optional.of(answer);
    }

    @Override
    public Optional<String> secret(String question) {
        String answer = next(question);
        transcript.add(question + ": " + "*".repeat(answer.length()));
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    private String next(String question) {
        if (answers.isEmpty()) {
            throw new AssertionError("no answer is left for: " + question + "\n" + String.join("\n", transcript));
        }
        return answers.removeFirst();
    }
}
