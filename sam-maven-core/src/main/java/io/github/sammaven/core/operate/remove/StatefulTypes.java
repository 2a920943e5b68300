package io.github.sammaven.core.operate.remove;

import java.util.Set;

/** Types of resources that hold what cannot be made again. */
final class StatefulTypes {

    private static final Set<String> ALL = Set.of(
            "AWS::Backup::BackupVault",
            "AWS::Cognito::IdentityPool",
            "AWS::Cognito::UserPool",
            "AWS::DocDB::DBCluster",
            "AWS::DSQL::Cluster",
            "AWS::DynamoDB::GlobalTable",
            "AWS::DynamoDB::Table",
            "AWS::EC2::Volume",
            "AWS::ECR::Repository",
            "AWS::EFS::FileSystem",
            "AWS::ElastiCache::CacheCluster",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::ElastiCache::ServerlessCache",
            "AWS::Elasticsearch::Domain",
            "AWS::FSx::FileSystem",
            "AWS::KMS::Key",
            "AWS::Kinesis::Stream",
            "AWS::Logs::LogGroup",
            "AWS::MSK::Cluster",
            "AWS::Neptune::DBCluster",
            "AWS::OpenSearchServerless::Collection",
            "AWS::OpenSearchService::Domain",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::Redshift::Cluster",
            "AWS::S3::Bucket",
            "AWS::SQS::Queue",
            "AWS::SSM::Parameter",
            "AWS::SecretsManager::Secret",
            "AWS::Timestream::Table");

    private StatefulTypes() {}

    static boolean contains(String resourceType) {
        return ALL.contains(resourceType);
    }
}
