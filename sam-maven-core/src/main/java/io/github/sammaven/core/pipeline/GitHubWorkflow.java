package io.github.sammaven.core.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A workflow that gets its AWS credentials from GitHub's identity, and whose approvals are the protection rules of the
 * environment that is called like the stage.
 */
record GitHubWorkflow(PipelineProject project) {

    PipelineFile file() {
        StringBuilder jobs = new StringBuilder();
        String before = "verify";
        for (PipelineStage stage : project.stages()) {
            jobs.append(changeSet(stage, before)).append(execution(stage));
            before = stage.name();
        }
        MavenCommands maven = new MavenCommands(project);
        String text = """
                # %1$s: one Maven build, then for each stage a change set, a look at it, and its execution.
                # Variables of the repository: SAM_BUCKET, SAM_DEPLOYER_ROLE, SAM_CLOUDFORMATION_ROLE, outputs of
                # pipeline/roles.yaml.
                %2$sname: %1$s
                on:
                  push:
                    branches: ['%3$s']
                  pull_request:
                concurrency:
                  group: ${{ github.workflow }}-${{ github.ref }}
                permissions:
                  contents: read
                env:
                  SAM_BUCKET: ${{ vars.SAM_BUCKET }}
                  SAM_CLOUDFORMATION_ROLE: ${{ vars.SAM_CLOUDFORMATION_ROLE }}
                jobs:
                  verify:
                    runs-on: ubuntu-latest
                    permissions:
                      contents: read
                      id-token: write
                    steps:
                %4$s%5$s%6$s      - if: github.event_name != 'push'
                        run: %7$s
                      - if: github.event_name == 'push'
                        run: %8$s
                      - if: github.event_name == 'push'
                        uses: actions/upload-artifact@v4
                        with:
                          name: packaged
                          # The pom keeps the paths below the root: the common folder of all files is left out.
                          path: |
                            pom.xml
                            %9$s
                          if-no-files-found: error
                %10$s""";
        return new PipelineFile(
                ".github/workflows/" + project.name() + ".yml",
                text.formatted(
                        project.name(),
                        approvers(),
                        project.branch(),
                        setUp(),
                        toolchains(),
                        credentials("if: github.event_name == 'push'\n        "),
                        maven.verifyOnly(),
                        maven.verify(),
                        MavenCommands.RESULTS,
                        jobs));
    }

    private String changeSet(PipelineStage stage, String before) {
        return """
                  %1$s-change-set:
                    needs: %2$s
                    if: github.event_name == 'push'
                    runs-on: ubuntu-latest
                    permissions:
                      contents: read
                      id-token: write
                    steps:
                %3$s%4$s      - uses: actions/download-artifact@v4
                        with:
                          name: packaged
                      - run: %5$s
                      - run: find . -path '*/target/sam/changeset.md' -exec cat {} + >> "$GITHUB_STEP_SUMMARY"
                      - uses: actions/upload-artifact@v4
                        with:
                          name: changeset-%1$s
                          path: |
                            pom.xml
                            %6$s
                """.formatted(
                        stage.name(),
                        before,
                        setUp(),
                        credentials(""),
                        new MavenCommands(project).createChangeSet(stage),
                        MavenCommands.CHANGE_SET_RESULTS);
    }

    private String execution(PipelineStage stage) {
        return """
                  %1$s:
                    needs: %1$s-change-set
                %2$s    runs-on: ubuntu-latest
                    permissions:
                      contents: read
                      id-token: write
                    steps:
                %3$s%4$s      - uses: actions/download-artifact@v4
                        with:
                          name: changeset-%1$s
                      - run: %5$s
                """.formatted(
                        stage.name(),
                        stage.approval() ? "    environment: " + stage.name() + "\n" : "",
                        setUp(),
                        credentials(""),
                        new MavenCommands(project).executeChangeSet(stage));
    }

    private String approvers() {
        String environments = project.stages().stream()
                .filter(PipelineStage::approval)
                .map(PipelineStage::name)
                .collect(Collectors.joining(", "));
        return environments.isEmpty()
                ? ""
                : "# Who approves is said in Settings > Environments: required reviewers of " + environments + ".\n";
    }

    private String setUp() {
        return """
                      - uses: actions/checkout@v4
                      - uses: actions/setup-java@v4
                        with:
                          distribution: temurin
                          java-version: '%s'
                          cache: maven
                """.formatted(project.javaVersion());
    }

    private String credentials(String condition) {
        return """
                      - %suses: aws-actions/configure-aws-credentials@v4
                        with:
                          role-to-assume: ${{ vars.SAM_DEPLOYER_ROLE }}
                          aws-region: %s
                """.formatted(condition, project.region());
    }

    private String toolchains() {
        List<Toolchain> all = project.toolchains();
        return all.stream().map(GitHubWorkflow::toolchain).collect(Collectors.joining());
    }

    private static String toolchain(Toolchain tool) {
        String action =
                switch (tool.language()) {
                    case "python" -> "actions/setup-python@v5";
                    case "nodejs" -> "actions/setup-node@v4";
                    case "ruby" -> "ruby/setup-ruby@v1";
                    default -> "actions/setup-dotnet@v4";
                };
        String key =
                switch (tool.language()) {
                    case "python" -> "python-version";
                    case "nodejs" -> "node-version";
                    case "ruby" -> "ruby-version";
                    default -> "dotnet-version";
                };
        return """
                      - uses: %s
                        with:
                          %s: '%s'
                """.formatted(action, key, tool.version());
    }
}
