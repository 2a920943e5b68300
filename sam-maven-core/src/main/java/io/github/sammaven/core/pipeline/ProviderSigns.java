package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out which CI server a project is built by. */
public final class ProviderSigns {

    private static final Map<String, CicdProvider> FILES = Map.of(
            "Jenkinsfile",
            CicdProvider.JENKINS,
            ".gitlab-ci.yml",
            CicdProvider.GITLAB,
            ".github/workflows",
            CicdProvider.GITHUB_ACTIONS,
            "buildspec.yml",
            CicdProvider.CODEPIPELINE,
            "buildspec.yaml",
            CicdProvider.CODEPIPELINE);

    private final Path root;

    /** @param root of the project */
    public ProviderSigns(Path root) {
        this.root = root;
    }

    /**
     * Those a file of the project is for; without one, the one where its remote repository is.
     *
     * @throws InvalidOptionException if nothing tells
     */
    public List<CicdProvider> find() {
        List<CicdProvider> found = FILES.entrySet().stream()
                .filter(file -> Files.exists(root.resolve(file.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
        List<CicdProvider> signs = found.isEmpty() ? ofRemote() : found;
        if (signs.isEmpty()) {
            throw new InvalidOptionException(
                    "nothing tells which CI server this project is for",
                    "name it: -Dsam.cicdProvider=jenkins, codepipeline, github-actions or gitlab");
        }
        return signs;
    }

    private List<CicdProvider> ofRemote() {
        String remotes = "";
        Path config = root.resolve(".git/config");
        if (Files.isRegularFile(config)) {
            try {
                remotes = String.join(
                        "\n",
                        Files.readAllLines(config).stream()
                                .map(String::strip)
                                .filter(line -> line.startsWith("url"))
                                .toList());
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        List<CicdProvider> found = new ArrayList<>();
        if (remotes.contains("github.com")) {
            found.add(CicdProvider.GITHUB_ACTIONS);
        }
        if (remotes.contains("gitlab")) {
            found.add(CicdProvider.GITLAB);
        }
        if (remotes.contains("codecommit")) {
            found.add(CicdProvider.CODEPIPELINE);
        }
        return found;
    }
}
