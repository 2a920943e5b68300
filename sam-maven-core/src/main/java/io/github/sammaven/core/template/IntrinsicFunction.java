package io.github.sammaven.core.template;

/** How one intrinsic function is worked out. */
@FunctionalInterface
interface IntrinsicFunction {

    Answer apply(Intrinsic call, Evaluation in);
}
