package io.github.sammaven.core.deploy;

import io.github.sammaven.core.report.Prompt;

/** Whether a stack that is stuck after a failure may be brought back into use. */
@FunctionalInterface
public interface RecoveryConsent {

    /** @param question what would be done, for a person */
    boolean given(String question);

    /** Whether it can be given at all; if not, it need not be found out what to ask. */
    default boolean isPossible() {
        return true;
    }

    /** Never. */
    static RecoveryConsent refused() {
        return of(Prompt.NOBODY);
    }

    /** Always. */
    static RecoveryConsent granted() {
        return question -> true;
    }

    /** If a person says yes; not where there is none. */
    static RecoveryConsent of(Prompt prompt) {
        return new RecoveryConsent() {
            @Override
            public boolean given(String question) {
                return prompt.interactive() && prompt.confirm(question);
            }

            @Override
            public boolean isPossible() {
                return prompt.interactive();
            }
        };
    }
}
