package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class OrderlyEndTest {

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final List<Runnable> hooks = new ArrayList<>();
    private final OrderlyEnd end = OrderlyEnd.of(hook -> {
        hooks.add(hook);
        return () -> hooks.remove(hook);
    });

    private void jvmEnds() {
        List.copyOf(hooks).forEach(Runnable::run);
    }

    @Test
    void serversStopBeforeWhatIsLeftIsCleanedUp() {
        end.add(() -> done.add("process"));
        end.first(() -> done.add("server"));
        jvmEnds();
        assertThat(done).containsExactly("server", "process");
    }

    @Test
    void whatTheServerHasCleanedUpIsLeftAlone() {
        Runnable gone = end.add(() -> done.add("process"));
        end.first(gone);
        jvmEnds();
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsLeftIsCleanedUpBeforeThereIsAServer() {
        end.add(() -> done.add("process"));
        jvmEnds();
        assertThat(done).containsExactly("process");
    }

    @Test
    void whatIsLeftIsCleanedUpWhenTheServerCannotBeStopped() {
        end.add(() -> done.add("process"));
        end.first(() -> {
            throw new IllegalStateException("stuck");
        });
        assertThatThrownBy(this::jvmEnds).hasMessage("stuck");
        assertThat(done).containsExactly("process");
    }

    @Test
    void nothingIsDoneTwice() {
        end.add(() -> done.add("process"));
        end.now();
        jvmEnds();
        assertThat(done).containsExactly("process");
    }
}
