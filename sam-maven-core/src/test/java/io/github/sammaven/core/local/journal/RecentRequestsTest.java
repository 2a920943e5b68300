package io.github.sammaven.core.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {

    private static List<String> ids(RecentRequests requests) {
        return requests.newestFirst().stream().map(ServedRequest::id).toList();
    }

    @Test
    void theNewestAreKeptWhenThereAreMore() {
        RecentRequests requests = new RecentRequests(3, 1_000_000);
        for (int i = 1; i <= 5; i++) {
            requests.add(Requests.refused("r" + i));
        }
        assertThat(ids(requests)).containsExactly("r5", "r4", "r3");
        assertThat(requests.find("r2")).isEmpty();
        assertThat(requests.find("r4")).map(ServedRequest::id).contains("r4");
        assertThat(requests.count()).isEqualTo(5);
    }

    @Test
    void largeOnesPushOutSoManyAsAreTooManyBytes() {
        RecentRequests requests = new RecentRequests(200, 1000);
        requests.add(Requests.answered("small", "{}", "{}"));
        requests.add(Requests.answered("large", "x".repeat(400), "y".repeat(250)));
        assertThat(ids(requests)).containsExactly("large", "small");
        requests.add(Requests.answered("next", "{}", "{}"));
        assertThat(ids(requests)).containsExactly("next", "large");
    }

    @Test
    void theLastRequestIsKeptWhateverItsSize() {
        RecentRequests requests = new RecentRequests(200, 100);
        requests.add(Requests.answered("first", "x".repeat(5000), "{}"));
        requests.add(Requests.answered("second", "x".repeat(5000), "{}"));
        assertThat(ids(requests)).containsExactly("second");
    }

    @Test
    void noRequestIsLostWhenSeveralThreadsWrite() throws InterruptedException {
        RecentRequests requests = new RecentRequests(1000, 10_000_000);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String name = "t" + t + "-";
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < 100; i++) {
                    requests.add(Requests.refused(name + i));
                }
            });
            threads.add(thread);
            thread.start();
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ids(requests)).hasSize(400).doesNotHaveDuplicates();
    }
}
