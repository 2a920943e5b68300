package io.github.sammaven.core.pipeline;

import java.util.stream.Collectors;

/** A declarative pipeline. An approval holds no agent: what the next step needs is stashed. */
record Jenkinsfile(PipelineProject project) {

    PipelineFile file() {
        String stages = project.stages().stream().map(this::stage).collect(Collectors.joining());
        String text = """
                // %1$s: one Maven build, then for each stage a change set, a look at it, and its execution.
                // The controller or folder sets SAM_BUCKET and SAM_CLOUDFORMATION_ROLE, outputs of pipeline/roles.yaml.
                // The agents' own AWS role is the parameter JenkinsAgentRole of that template. It takes on the deployer's
                // role by a profile with role_arn in ~/.aws/config of the agents (and AWS_PROFILE), or by withAWS(role: ...).
                pipeline {
                    agent none
                    options {
                        disableConcurrentBuilds()
                    }
                    stages {
                        stage('verify') {
                            agent any
                            steps {
                                script {
                                    if (!env.BRANCH_NAME || env.BRANCH_NAME == '%2$s') {
                                        sh '%3$s'
                                        stash name: 'packaged', includes: '%4$s'
                                    } else {
                                        sh '%5$s'
                                    }
                                }
                            }
                            post {
                                always {
                                    junit allowEmptyResults: true, testResults: '%6$s'
                                }
                            }
                        }
                %7$s    }
                }
                """;
        MavenCommands maven = new MavenCommands(project);
        return new PipelineFile(
                "Jenkinsfile",
                text.formatted(
                        project.name(),
                        project.branch(),
                        maven.verify(),
                        MavenCommands.RESULTS,
                        maven.verifyOnly(),
                        String.join(", ", TestReports.GLOBS),
                        stages));
    }

    private String stage(PipelineStage stage) {
        return changeSet(stage) + (stage.approval() ? approval(stage) : "") + execution(stage);
    }

    private String changeSet(PipelineStage stage) {
        return """
                        stage('%1$s: change set') {
                            when { beforeAgent true; expression { !env.BRANCH_NAME || env.BRANCH_NAME == '%2$s' } }
                            agent any
                            steps {
                                unstash 'packaged'
                                sh '%3$s'
                                stash name: 'changeset-%1$s', includes: '%4$s'
                                archiveArtifacts artifacts: '%4$s', allowEmptyArchive: true
                            }
                        }
                """.formatted(
                        stage.name(),
                        project.branch(),
                        new MavenCommands(project).createChangeSet(stage),
                        MavenCommands.CHANGE_SET_RESULTS);
    }

    private String approval(PipelineStage stage) {
        return """
                        stage('%1$s: approval') {
                            when { expression { !env.BRANCH_NAME || env.BRANCH_NAME == '%2$s' } }
                            options { timeout(time: 3, unit: 'DAYS') }
                            steps {
                                input message: 'Execute the change set of %3$s? See changeset.md.', ok: 'Execute'
                            }
                        }
                """.formatted(stage.name(), project.branch(), stage.stackName());
    }

    private String execution(PipelineStage stage) {
        return """
                        stage('%1$s: execute') {
                            when { beforeAgent true; expression { !env.BRANCH_NAME || env.BRANCH_NAME == '%2$s' } }
                            agent any
                            steps {
                                unstash 'changeset-%1$s'
                                sh '%3$s'
                            }
                        }
                """.formatted(stage.name(), project.branch(), new MavenCommands(project).executeChangeSet(stage));
    }
}
