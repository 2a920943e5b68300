package io.github.sammaven.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A CloudFormation template with the pipeline, and what CodeBuild runs in each of its actions. The change set is made and
 * executed by our goals, not by CodePipeline's own action, so that both explain themselves in the log.
 */
record CodePipeline(PipelineProject project) {

    List<PipelineFile> files() {
        Buildspec buildspec = new Buildspec(project);
        List<PipelineFile> files = new ArrayList<>();
        files.add(new PipelineFile("pipeline/pipeline.yaml", template()));
        files.add(buildspec.build());
        project.stages().forEach(stage -> {
            files.add(buildspec.changeSet(stage));
            files.add(buildspec.execution(stage));
        });
        return files;
    }

    private String template() {
        return """
                AWSTemplateFormatVersion: '2010-09-09'
                Description: 'Pipeline of %1$s: source, mvn verify, then for each stage change set, approval, execution'
                Parameters:
                  ConnectionArn:
                    Type: String
                    Description: Connection to the repository, made in the console of Developer Tools
                  RepositoryId:
                    Type: String
                    Description: owner/name
                  BranchName:
                    Type: String
                    Default: '%2$s'
                  ArtifactBucket:
                    Type: String
                    Description: Output ArtifactBucket of pipeline/roles.yaml
                  DeployerRole:
                    Type: String
                    Description: Output DeployerRole of pipeline/roles.yaml, which CodeBuild works with
                  DeployerRoleName:
                    Type: String
                    Description: Output DeployerRoleName of pipeline/roles.yaml
                  CloudFormationRole:
                    Type: String
                    Description: Output CloudFormationRole of pipeline/roles.yaml
                Resources:
                  Logs:
                    Type: AWS::Logs::LogGroup
                    Properties:
                      RetentionInDays: 90
                  BuildRights:
                    Type: AWS::IAM::RolePolicy
                    Properties:
                      RoleName: !Ref DeployerRoleName
                      PolicyName: build
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Action: [logs:CreateLogStream, logs:PutLogEvents]
                            Resource: !GetAtt Logs.Arn
                          - Effect: Allow
                            Action: [s3:GetObject, s3:GetObjectVersion, s3:PutObject]
                            Resource: !Sub arn:${AWS::Partition}:s3:::${ArtifactBucket}/*
                          - Effect: Allow
                            Action: [s3:GetBucketAcl, s3:GetBucketLocation]
                            Resource: !Sub arn:${AWS::Partition}:s3:::${ArtifactBucket}
                          - Effect: Allow
                            Action: [codebuild:CreateReportGroup, codebuild:CreateReport, codebuild:UpdateReport, codebuild:BatchPutTestCases]
                            Resource: !Sub arn:${AWS::Partition}:codebuild:${AWS::Region}:${AWS::AccountId}:report-group/${Verify}-*
                  PipelineRole:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Principal: {Service: codepipeline.amazonaws.com}
                            Action: sts:AssumeRole
                      Policies:
                        - PolicyName: pipeline
                          PolicyDocument:
                            Version: '2012-10-17'
                            Statement:
                              - Effect: Allow
                                Action: [s3:GetObject, s3:GetObjectVersion, s3:PutObject]
                                Resource: !Sub arn:${AWS::Partition}:s3:::${ArtifactBucket}/*
                              - Effect: Allow
                                Action: [s3:GetBucketVersioning, s3:GetBucketAcl, s3:GetBucketLocation]
                                Resource: !Sub arn:${AWS::Partition}:s3:::${ArtifactBucket}
                              - Effect: Allow
                                Action: [codebuild:StartBuild, codebuild:BatchGetBuilds]
                                Resource:
                %3$s              - Effect: Allow
                                Action: [codestar-connections:UseConnection, codeconnections:UseConnection]
                                Resource: !Ref ConnectionArn
                %4$s  Pipeline:
                    Type: AWS::CodePipeline::Pipeline
                    DependsOn: BuildRights
                    Properties:
                      PipelineType: V2
                      ExecutionMode: QUEUED
                      RoleArn: !GetAtt PipelineRole.Arn
                      ArtifactStore:
                        Type: S3
                        Location: !Ref ArtifactBucket
                      Stages:
                        - Name: Source
                          Actions:
                            - Name: Source
                              ActionTypeId: {Category: Source, Owner: AWS, Provider: CodeStarSourceConnection, Version: '1'}
                              Configuration:
                                ConnectionArn: !Ref ConnectionArn
                                FullRepositoryId: !Ref RepositoryId
                                BranchName: !Ref BranchName
                              OutputArtifacts: [{Name: Source}]
                        - Name: Verify
                          Actions:
                %5$s%6$sOutputs:
                  Pipeline:
                    Value: !Ref Pipeline
                """.formatted(
                        project.name(),
                        project.branch(),
                        builds().stream()
                                .map(build -> "                  - !GetAtt " + build.id() + ".Arn\n")
                                .collect(Collectors.joining()),
                        builds().stream().map(this::codeBuild).collect(Collectors.joining()),
                        action(new Build("Verify", "build"), "Verify", 1, "Source", "Built"),
                        project.stages().stream().map(this::stage).collect(Collectors.joining()));
    }

    /** A CodeBuild project. */
    private record Build(String id, String buildspec) {

        static Build changeSet(PipelineStage stage) {
            return new Build(idOf(stage) + "ChangeSet", stage.name() + "-change-set");
        }

        static Build execution(PipelineStage stage) {
            return new Build(idOf(stage) + "Execution", stage.name() + "-execute");
        }

        private static String idOf(PipelineStage stage) {
            StringBuilder id = new StringBuilder();
            for (String word : stage.name().split("-")) {
                id.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return id.toString();
        }
    }

    private List<Build> builds() {
        List<Build> builds = new ArrayList<>();
        builds.add(new Build("Verify", "build"));
        project.stages().forEach(stage -> {
            builds.add(Build.changeSet(stage));
            builds.add(Build.execution(stage));
        });
        return builds;
    }

    private String codeBuild(Build build) {
        return """
                  %1$s:
                    Type: AWS::CodeBuild::Project
                    Properties:
                      ServiceRole: !Ref DeployerRole
                      Artifacts: {Type: CODEPIPELINE}
                      Source:
                        Type: CODEPIPELINE
                        BuildSpec: pipeline/%2$s.buildspec.yml
                      Environment:
                        Type: LINUX_CONTAINER
                        ComputeType: BUILD_GENERAL1_MEDIUM
                        Image: aws/codebuild/amazonlinux-x86_64-standard:5.0
                        PrivilegedMode: %3$s
                        EnvironmentVariables:
                          - {Name: SAM_BUCKET, Value: !Ref ArtifactBucket}
                          - {Name: SAM_CLOUDFORMATION_ROLE, Value: !Ref CloudFormationRole}
                      Cache: {Type: LOCAL, Modes: [LOCAL_CUSTOM_CACHE]}
                      TimeoutInMinutes: 120
                      LogsConfig:
                        CloudWatchLogs: {Status: ENABLED, GroupName: !Ref Logs}
                """.formatted(
                build.id(), build.buildspec(), project.images() && build.id().equals("Verify"));
    }

    private String stage(PipelineStage stage) {
        String approval = stage.approval() ? """
                            - Name: Approval
                              RunOrder: 2
                              ActionTypeId: {Category: Approval, Owner: AWS, Provider: Manual, Version: '1'}
                              Configuration:
                                CustomData: 'Execute the change set of %s? The log of the action before explains it.'
                """.formatted(stage.stackName()) : "";
        return """
                        - Name: %s
                          Actions:
                """.formatted(stage.name())
                + action(Build.changeSet(stage), "ChangeSet", 1, "Built", "Changes" + Build.idOf(stage))
                + approval
                + action(Build.execution(stage), "Execute", 3, "Changes" + Build.idOf(stage), "");
    }

    private static String action(Build build, String name, int order, String input, String output) {
        return """
                            - Name: %s
                              RunOrder: %d
                              ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: '1'}
                              Configuration: {ProjectName: !Ref %s}
                              InputArtifacts: [{Name: %s}]
                %s""".formatted(
                        name,
                        order,
                        build.id(),
                        input,
                        output.isEmpty() ? "" : "              OutputArtifacts: [{Name: " + output + "}]\n");
    }
}
