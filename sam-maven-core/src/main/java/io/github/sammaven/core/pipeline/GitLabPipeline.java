package io.github.sammaven.core.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/** A pipeline whose AWS credentials come from GitLab's identity tokens; an approval is a job that a person starts. */
record GitLabPipeline(PipelineProject project) {

    private static final String TOKEN = "printf '%s' \"$SAM_TOKEN\" > \"$AWS_WEB_IDENTITY_TOKEN_FILE\"";

    PipelineFile file() {
        MavenCommands maven = new MavenCommands(project);
        String text = """
                # %1$s: one Maven build, then for each stage a change set, a look at it, and its execution.
                # Variables of the project: SAM_BUCKET, SAM_DEPLOYER_ROLE, SAM_CLOUDFORMATION_ROLE, outputs of
                # pipeline/roles.yaml. Without protection all branches can read them, but only the deployed one gets the role.
                stages: [verify, %2$s]

                # For branches, once: neither for tags nor again for merge requests.
                workflow:
                  rules:
                    - if: $CI_COMMIT_BRANCH

                default:
                  image: maven:3-eclipse-temurin-%3$d
                  cache:
                    key: maven
                    paths: [.m2/repository]

                variables:
                  MAVEN_OPTS: -Dmaven.repo.local=$CI_PROJECT_DIR/.m2/repository
                  AWS_REGION: %12$s
                  AWS_ROLE_ARN: $SAM_DEPLOYER_ROLE
                  AWS_WEB_IDENTITY_TOKEN_FILE: $CI_PROJECT_DIR.token
                %4$s
                .deployer:
                  id_tokens:
                    SAM_TOKEN:
                      aud: sts.amazonaws.com
                  before_script:
                    - %13$s
                  rules:
                    - if: $CI_COMMIT_BRANCH == "%6$s"

                verify-only:
                  stage: verify
                %5$s  script:
                    - %7$s
                  rules:
                    - if: $CI_COMMIT_BRANCH == "%6$s"
                      when: never
                    - when: on_success
                %8$s
                verify:
                  extends: .deployer
                  stage: verify
                %9$s  script:
                    - %10$s
                %11$s""";
        return new PipelineFile(
                ".gitlab-ci.yml",
                text.formatted(
                        project.name(),
                        project.stages().stream().map(PipelineStage::name).collect(Collectors.joining(", ")),
                        project.javaVersion(),
                        services(),
                        tools(""),
                        project.branch(),
                        maven.verifyOnly(),
                        reports(""),
                        tools("    - " + TOKEN + "\n"),
                        maven.verify(),
                        reports("      - '" + MavenCommands.RESULTS + "'\n") + stages(),
                        project.region(),
                        TOKEN));
    }

    private String stages() {
        return project.stages().stream().map(this::stage).collect(Collectors.joining());
    }

    private String stage(PipelineStage stage) {
        MavenCommands maven = new MavenCommands(project);
        return """

                %1$s-change-set:
                  extends: .deployer
                  stage: %1$s
                  resource_group: %6$s
                  script:
                    - %2$s
                  artifacts:
                    paths:
                      - '%3$s'

                %1$s-execute:
                  extends: .deployer
                  stage: %1$s
                  needs: [%1$s-change-set]
                  resource_group: %6$s
                  environment: %1$s
                  script:
                    - %4$s
                %5$s""".formatted(
                        stage.name(),
                        maven.createChangeSet(stage),
                        MavenCommands.CHANGE_SET_RESULTS,
                        maven.executeChangeSet(stage),
                        stage.approval() ? manual() : "",
                        stage.stackName());
    }

    private String manual() {
        return """
                  rules:
                    - if: $CI_COMMIT_BRANCH == "%s"
                      when: manual
                  allow_failure: false
                """.formatted(project.branch());
    }

    private static String reports(String paths) {
        String globs = TestReports.GLOBS.stream()
                .map(glob -> "        - '" + glob + "'\n")
                .collect(Collectors.joining());
        return "  artifacts:\n    when: always\n"
                + (paths.isEmpty() ? "" : "    paths:\n" + paths)
                + "    reports:\n      junit:\n" + globs;
    }

    private String services() {
        return project.images()
                ? "  DOCKER_HOST: tcp://docker:2375\n  DOCKER_TLS_CERTDIR: ''\n\nservices: [docker:dind]\n"
                : "";
    }

    /** @param before other lines that come first */
    private String tools(String before) {
        List<String> packages =
                project.toolchains().stream().map(GitLabPipeline::packagesOf).toList();
        return packages.isEmpty()
                ? ""
                : "  before_script:\n" + before + "    - apt-get update -qq && apt-get install -y -qq "
                        + String.join(" ", packages) + "\n";
    }

    private static String packagesOf(Toolchain tool) {
        return switch (tool.language()) {
            case "python" -> "python3 python3-pip";
            case "nodejs" -> "nodejs npm";
            case "ruby" -> "ruby-full";
            default -> "dotnet-sdk-" + tool.version();
        };
    }
}
