package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ActionDeniedException;
import io.github.sammaven.core.aws.ServiceAbsentException;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Does without what cannot be had, and says so once: a deployment does not depend on its being watched. */
final class Forgone {

    private final EventSink sink;
    private final Set<Source> sources = new HashSet<>();

    /** What can be done without. */
    enum Source {
        SHIFTS("CodeDeploy", "traffic shifts are not shown"),
        TARGETS("CodeDeploy's deployment targets", "hooks and percentages of traffic shifts are not shown"),
        GROUPS("CodeDeploy's deployment groups", "alarms of traffic shifts are not shown"),
        CONFIGS("CodeDeploy's deployment configurations", "the time left of a traffic shift is not shown"),
        ALARMS("CloudWatch alarms", "alarms of traffic shifts are not shown"),
        NAMES("the stack's resources", "traffic shifts are not shown");

        private final String what;
        private final String effect;

        Source(String what, String effect) {
            this.what = what;
            this.effect = effect;
        }
    }

    Forgone(EventSink sink) {
        this.sink = sink;
    }

    boolean has(Source source) {
        return sources.contains(source);
    }

    /**
     * The answer; empty if it cannot be had, now and from now on.
     *
     * @throws TransientServiceException if it may be had later
     */
    <T> Optional<T> without(Source source, Supplier<T> question) {
        if (has(source)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (TransientServiceException passing) {
            throw passing;
        } catch (ServiceAbsentException absent) {
            sources.add(source);
            sink.accept(new Note(source.what + " cannot be asked here: " + source.effect));
        } catch (ActionDeniedException denied) {
            sources.add(source);
            warn(denied, source.effect + "; the permission " + denied.action() + " is missing");
        } catch (SamException failure) {
            if (failure.getCause() instanceof InterruptedException) {
                throw failure;
            }
            sources.add(source);
            warn(failure, source.effect);
        }
        return Optional.empty();
    }

    private void warn(SamException failure, String effect) {
        Problem problem = failure.problems().get(0);
        sink.accept(new Warning(Problem.warning(SourceMark.NONE, problem.message(), effect)));
    }
}
