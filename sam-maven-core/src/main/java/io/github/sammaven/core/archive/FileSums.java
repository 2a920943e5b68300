package io.github.sammaven.core.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the content of files, several at once. */
final class FileSums {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long GROUP_BYTES = 1024 * 1024;
    private static final int GROUP_FILES = 64;

    /**
     * The sums, in the order of the files.
     *
     * @throws IOException if a file cannot be read, or has another size than it had
     */
    List<FileSum> of(List<TreeFile> files) throws IOException {
        List<FileSum> sums = new ArrayList<>(files.size());
        try (OrderedTasks<List<FileSum>> tasks = new OrderedTasks<>(OrderedTasks.usualThreads(), sums::addAll)) {
            int start = 0;
            while (start < files.size()) {
                int end = endOfGroup(files, start);
                List<TreeFile> group = files.subList(start, end);
                tasks.add(() -> ofGroup(group));
                start = end;
            }
            tasks.finish();
        }
        return sums;
    }

    private static int endOfGroup(List<TreeFile> files, int start) {
        long bytes = 0;
        int end = start;
        while (end < files.size() && end - start < GROUP_FILES && bytes < GROUP_BYTES) {
            bytes += files.get(end).size();
            end++;
        }
        return end;
    }

    private static List<FileSum> ofGroup(List<TreeFile> files) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        List<FileSum> sums = new ArrayList<>(files.size());
        for (TreeFile file : files) {
            sums.add(FileSum.of(file, buffer));
        }
        return sums;
    }
}
