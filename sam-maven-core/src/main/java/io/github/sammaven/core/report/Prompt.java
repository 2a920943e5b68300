package io.github.sammaven.core.report;

import java.util.Optional;

/**
 * Asks a person. Where nobody can answer, nothing waits: every question is answered at once as its default says, so a
 * build server never hangs. What must not happen without a person's word asks {@link #interactive()} first.
 */
public interface Prompt {

    /** Nobody is there. */
    Prompt NOBODY = new Prompt() {

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }

        @Override
        public Optional<String> ask(String question, Optional<String> otherwise) {
            return otherwise;
        }

        @Override
        public Optional<String> secret(String question) {
            return Optional.empty();
        }
    };

    /** Whether there is a person who can answer. */
    boolean interactive();

    /** Whether the answer is yes; no if it is anything else, or nobody answers. */
    boolean confirm(String question);

    /**
     * One line of text.
     *
     * @param otherwise shown with the question, and the answer if a person just presses Enter or nobody is there
     * @return empty if there is no such answer, or the input of a person has come to its end
     */
    Optional<String> ask(String question, Optional<String> otherwise);

    /** One line of text that is not shown while it is typed; empty if it is blank or nobody answers. */
    Optional<String> secret(String question);
}
