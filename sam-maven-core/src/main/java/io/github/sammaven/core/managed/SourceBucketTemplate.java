package io.github.sammaven.core.managed;

import io.github.sammaven.core.deploy.StackTemplate;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;

/** The template of the stack with the managed bucket, resource for resource SAM CLI's. */
final class SourceBucketTemplate {

    static final String OUTPUT = "SourceBucket";

    private static final String NAME = "managed-bucket.yaml";
    private static final String BODY = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Description: Managed Stack for AWS SAM CLI
            Metadata:
              SamCliInfo:
                version: sam-maven
                installationId: unknown
            Resources:
              SamCliSourceBucket:
                Type: AWS::S3::Bucket
                Properties:
                  PublicAccessBlockConfiguration:
                    BlockPublicPolicy: 'true'
                    BlockPublicAcls: 'true'
                    IgnorePublicAcls: 'true'
                    RestrictPublicBuckets: 'true'
                  BucketEncryption:
                    ServerSideEncryptionConfiguration:
                      - ServerSideEncryptionByDefault:
                          SSEAlgorithm: aws:kms
                  VersioningConfiguration:
                    Status: Enabled
                  Tags:
                    - Key: ManagedStackSource
                      Value: AwsSamCli
              SamCliSourceBucketBucketPolicy:
                Type: AWS::S3::BucketPolicy
                Properties:
                  Bucket: !Ref SamCliSourceBucket
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: ['s3:GetObject']
                        Resource:
                          Fn::Join: ['', ['arn:', !Ref 'AWS::Partition', ':s3:::', !Ref SamCliSourceBucket, '/*']]
                        Principal:
                          Service: serverlessrepo.amazonaws.com
                        Condition:
                          StringEquals:
                            aws:SourceAccount: !Ref AWS::AccountId
                      - Effect: Deny
                        Action: ['s3:*']
                        Resource:
                          - Fn::Join: ['', ['arn:', !Ref 'AWS::Partition', ':s3:::', !Ref SamCliSourceBucket]]
                          - Fn::Join: ['', ['arn:', !Ref 'AWS::Partition', ':s3:::', !Ref SamCliSourceBucket, '/*']]
                        Principal: '*'
                        Condition:
                          Bool:
                            aws:SecureTransport: 'false'
            Outputs:
              SourceBucket:
                Value: !Ref SamCliSourceBucket
            """;

    private SourceBucketTemplate() {}

    static StackTemplate template() {
        return StackTemplate.inline(new TemplateReader().parse(BODY, Path.of(NAME), NAME), BODY);
    }
}
