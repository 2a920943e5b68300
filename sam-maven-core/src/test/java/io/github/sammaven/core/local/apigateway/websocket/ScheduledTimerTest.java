package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduledTimerTest {

    private final ScheduledTimer timer = new ScheduledTimer();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        timer.stop();
    }

    @Test
    void actionsAreDoneInTheOrderOfTheirTimes() throws Exception {
        CountDownLatch go = busy();
        timer.after(Duration.ofMillis(500), () -> done.add("later"));
        timer.after(Duration.ZERO, () -> done.add("sooner"));
        go.countDown();
        assertThat(done.take()).isEqualTo("sooner");
        assertThat(done.take()).isEqualTo("later");
    }

    @Test
    void cancelledActionIsNotDone() throws Exception {
        CountDownLatch go = busy();
        Timer.Alarm alarm = timer.after(Duration.ZERO, () -> done.add("cancelled"));
        timer.after(Duration.ofMillis(1), () -> done.add("kept"));
        alarm.cancel();
        go.countDown();
        assertThat(done.take()).isEqualTo("kept");
        alarm.cancel();
        assertThat(done).isEmpty();
    }

    @Test
    void nothingIsDoneAfterTheEnd() {
        CountDownLatch go = busy();
        timer.after(Duration.ZERO, () -> done.add("before"));
        timer.stop();
        go.countDown();
        timer.after(Duration.ZERO, () -> done.add("after")).cancel();
        assertThat(done).isEmpty();
    }

    /** The timer does nothing until the latch is open. */
    private CountDownLatch busy() {
        CountDownLatch go = new CountDownLatch(1);
        timer.after(Duration.ZERO, () -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return go;
    }
}
