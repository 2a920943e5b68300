package io.github.sammaven.core.pipeline;

import java.util.List;

/** The CI servers files can be written for, in the words of SAM CLI. */
public enum CicdProvider {
    JENKINS,
    CODEPIPELINE,
    GITHUB_ACTIONS,
    GITLAB;

    /** The files of this server, in the order in which a person reads them. */
    public List<PipelineFile> filesFor(PipelineProject project) {
        return switch (this) {
            case JENKINS -> List.of(new Jenkinsfile(project).file());
            case CODEPIPELINE -> new CodePipeline(project).files();
            case GITHUB_ACTIONS -> List.of(new GitHubWorkflow(project).file());
            case GITLAB -> List.of(new GitLabPipeline(project).file());
        };
    }
}
