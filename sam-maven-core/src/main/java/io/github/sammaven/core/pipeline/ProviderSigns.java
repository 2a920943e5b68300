package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.problem.InvalidOptionException;
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
        List<GitRemote> remotes = GitRemote.of(root);
        List<CicdProvider> found = new ArrayList<>();
        if (has(remotes, "github.com")) {
            found.add(CicdProvider.GITHUB_ACTIONS);
        }
        if (has(remotes, "gitlab")) {
            found.add(CicdProvider.GITLAB);
        }
        if (has(remotes, "codecommit")) {
            found.add(CicdProvider.CODEPIPELINE);
        }
        return found;
    }

    private static boolean has(List<GitRemote> remotes, String host) {
        return remotes.stream().anyMatch(remote -> remote.host().contains(host));
    }
}
