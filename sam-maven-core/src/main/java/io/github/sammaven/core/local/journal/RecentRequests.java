package io.github.sammaven.core.local.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last requests in memory: so many of them, or fewer if they are large. */
public final class RecentRequests implements RequestJournal {

    /** How many are kept. */
    public static final int CAPACITY = 200;

    private static final long BYTES = 64L * 1024 * 1024;

    private final int capacity;
    private final long bytes;
    private final Deque<ServedRequest> requests = new ArrayDeque<>();
    private long size;
    private long count;

    public RecentRequests() {
        this(CAPACITY, BYTES);
    }

    /**
     * @param capacity how many are kept
     * @param bytes of payloads and logs that are kept; the last request is, whatever its size
     */
    public RecentRequests(int capacity, long bytes) {
        this.capacity = capacity;
        this.bytes = bytes;
    }

    @Override
    public synchronized void add(ServedRequest request) {
        requests.addLast(request);
        size += size(request);
        count++;
        while (requests.size() > 1 && (requests.size() > capacity || size > bytes)) {
            size -= size(requests.removeFirst());
        }
    }

    /** Newest first. */
    public synchronized List<ServedRequest> newestFirst() {
        List<ServedRequest> all = new ArrayList<>(requests);
        Collections.reverse(all);
        return all;
    }

    public synchronized Optional<ServedRequest> find(String id) {
        return requests.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** How many there have been so far. */
    public synchronized long count() {
        return count;
    }

    private static long size(ServedRequest request) {
        long ofCall = request.call()
                .map(call -> call.event().length
                        + call.result().payload().length
                        + 2L * call.log().stream().mapToLong(String::length).sum())
                .orElse(0L);
        return request.response().length + ofCall;
    }
}
