package io.github.sammaven.core.pipeline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What CodeBuild runs in one action of a pipeline. */
record Buildspec(PipelineProject project) {

    /** The one build: its results go on, its test reports are kept. */
    PipelineFile build() {
        String reports = TestReports.GLOBS.stream()
                .map(glob -> "      - '" + glob + "'\n")
                .collect(Collectors.joining());
        return new PipelineFile(
                "pipeline/build.buildspec.yml",
                text(runtimes(), new MavenCommands(project).verify()) + """
                        reports:
                          tests:
                            files:
                        %s    file-format: JUNITXML
                        artifacts:
                          files:
                            - '**/*'
                          exclude-paths:
                            - '**/target/sam/build/**/*'
                        """.formatted(reports));
    }

    PipelineFile changeSet(PipelineStage stage) {
        return new PipelineFile(
                "pipeline/" + stage.name() + "-change-set.buildspec.yml",
                text(List.of(java()), new MavenCommands(project).createChangeSet(stage)) + """
                        artifacts:
                          files:
                            - '**/*'
                        """);
    }

    PipelineFile execution(PipelineStage stage) {
        return new PipelineFile(
                "pipeline/" + stage.name() + "-execute.buildspec.yml",
                text(List.of(java()), new MavenCommands(project).executeChangeSet(stage)));
    }

    private static String text(List<String> runtimes, String command) {
        return """
                version: 0.2
                phases:
                  install:
                    runtime-versions:
                %s  build:
                    commands:
                      - %s
                cache:
                  paths:
                    - /root/.m2/**/*
                """.formatted(
                        runtimes.stream().map(line -> "      " + line + "\n").collect(Collectors.joining()), command);
    }

    private List<String> runtimes() {
        return Stream.concat(
                        Stream.of(java()),
                        project.toolchains().stream().map(tool -> tool.language() + ": '" + tool.version() + "'"))
                .toList();
    }

    private String java() {
        return "java: corretto" + project.javaVersion();
    }
}
