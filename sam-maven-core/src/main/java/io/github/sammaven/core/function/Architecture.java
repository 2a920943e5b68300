package io.github.sammaven.core.function;

/** Instruction sets Lambda offers. */
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

    private final String lambdaName;

    Architecture(String lambdaName) {
        this.lambdaName = lambdaName;
    }

    /** The name a template uses. */
    public String lambdaName() {
        return lambdaName;
    }
}
