package io.github.sammaven.core.pipeline;

/**
 * The calls of Maven that make up a deployment. How variables of the shell are written is the same for all CI servers.
 */
record MavenCommands(PipelineProject project) {

    /** Everything that was packaged, and what was written about change sets: what the next steps need. */
    static final String RESULTS = "**/target/sam/packaged.*";

    static final String CHANGE_SET_RESULTS = "**/target/sam/changeset.*";

    /** The one build: tests, archives, upload. */
    String verify() {
        return maven() + " verify" + (project.packages() ? "" : " " + project.goals() + "package")
                + " -Dsam.s3Bucket=\"$SAM_BUCKET\"";
    }

    /** For branches that are not deployed: nothing is uploaded, no credentials are needed. */
    String verifyOnly() {
        return maven() + " verify" + (project.packages() ? " -Dsam.upload=false" : "");
    }

    String createChangeSet(PipelineStage stage) {
        return maven() + " " + project.goals() + "create-change-set -Dsam.s3Bucket=\"$SAM_BUCKET\""
                + " -Dsam.roleArn=\"$SAM_CLOUDFORMATION_ROLE\" -Dsam.capabilities=auto" + target(stage);
    }

    String executeChangeSet(PipelineStage stage) {
        return maven() + " " + project.goals() + "execute-change-set" + target(stage);
    }

    private String maven() {
        return project.maven() + " -B -ntp";
    }

    private static String target(PipelineStage stage) {
        return " -Dsam.stackName=" + stage.stackName() + " -Dsam.region=" + stage.region()
                + stage.configEnv()
                        .map(environment -> " -Dsam.configEnv=" + environment)
                        .orElse("");
    }
}
