package io.github.sammaven.core.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an archive of classes is for.
 *
 * @param java the JVM
 * @param classPath of the runtime client, in order; the function's own classes are not in it
 * @param main what is run
 * @param awsClient the jar with AWS's client, if that is it
 */
record ClassArchive(JavaInstallation java, List<Path> classPath, String main, Optional<Path> awsClient) {

    ClassArchive {
        classPath = List.copyOf(classPath);
    }

    /** The JVM archives classes from jars only. */
    boolean isPossible() {
        return classPath.stream().allMatch(Files::isRegularFile);
    }

    /** Changes when the archive would no longer fit. */
    String identity() {
        StringBuilder text = new StringBuilder();
        text.append(java.home()).append(' ').append(java.version()).append(' ').append(main);
        for (Path jar : classPath) {
            text.append('\n').append(jar.toAbsolutePath());
            try {
                text.append(' ').append(Files.size(jar));
                text.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
            } catch (IOException e) {
                text.append(" unreadable");
            }
        }
        return text.toString();
    }
}
