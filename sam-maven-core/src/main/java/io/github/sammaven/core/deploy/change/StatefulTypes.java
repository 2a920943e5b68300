package io.github.sammaven.core.deploy.change;

import java.util.Map;
import java.util.Optional;

/**
 * The types of resources that hold what cannot be made again from a template, and what is lost with each. Of the types in
 * the CloudFormation resource reference they are those whose data or identity lives in the resource itself.
 */
public final class StatefulTypes {

    private static final String TABLE = "all items in it";
    private static final String DATABASE = "all data in it";
    private static final String FILES = "all files in it";

    /** The CloudFormation User Guide's "DeletionPolicy" page names those of which a snapshot can be kept. */
    private static final Map<String, String> LOSSES = Map.ofEntries(
            Map.entry("AWS::DynamoDB::Table", TABLE),
            Map.entry("AWS::DynamoDB::GlobalTable", "all items in every replica of it"),
            Map.entry("AWS::Cassandra::Keyspace", "all tables in it"),
            Map.entry("AWS::Cassandra::Table", "all rows in it"),
            // The service deletes only empty buckets: else the deployment fails half way.
            Map.entry("AWS::S3::Bucket", "the bucket with all objects in it, and its name"),
            Map.entry("AWS::S3Express::DirectoryBucket", "the bucket and its name"),
            Map.entry("AWS::S3Tables::TableBucket", "the bucket and its tables"),
            Map.entry("AWS::S3Tables::Table", "all rows in it"),
            Map.entry("AWS::S3Vectors::VectorBucket", "the bucket and its indexes"),
            Map.entry("AWS::S3Vectors::Index", "all vectors in it"),
            Map.entry("AWS::RDS::DBInstance", DATABASE),
            Map.entry("AWS::RDS::DBCluster", DATABASE),
            Map.entry("AWS::RDS::GlobalCluster", "the link between the clusters of all regions"),
            Map.entry("AWS::DSQL::Cluster", DATABASE),
            Map.entry("AWS::DocDB::DBCluster", DATABASE),
            Map.entry("AWS::DocDBElastic::Cluster", DATABASE),
            Map.entry("AWS::Neptune::DBCluster", DATABASE),
            Map.entry("AWS::NeptuneGraph::Graph", "the whole graph"),
            Map.entry("AWS::Redshift::Cluster", DATABASE),
            Map.entry("AWS::RedshiftServerless::Namespace", DATABASE),
            Map.entry("AWS::ElastiCache::CacheCluster", DATABASE),
            Map.entry("AWS::ElastiCache::ReplicationGroup", DATABASE),
            Map.entry("AWS::ElastiCache::ServerlessCache", DATABASE),
            Map.entry("AWS::MemoryDB::Cluster", DATABASE),
            Map.entry("AWS::Timestream::Database", "all tables in it"),
            Map.entry("AWS::Timestream::Table", "all measurements in it"),
            Map.entry("AWS::Timestream::InfluxDBInstance", DATABASE),
            Map.entry("AWS::QLDB::Ledger", "the whole journal"),
            Map.entry("AWS::OpenSearchService::Domain", "all indexes in it"),
            Map.entry("AWS::Elasticsearch::Domain", "all indexes in it"),
            Map.entry("AWS::OpenSearchServerless::Collection", "all indexes in it"),
            Map.entry("AWS::Kendra::Index", "the whole index"),
            Map.entry("AWS::EFS::FileSystem", FILES),
            Map.entry("AWS::FSx::FileSystem", FILES),
            Map.entry("AWS::FSx::Volume", FILES),
            Map.entry("AWS::EC2::Volume", FILES),
            Map.entry("AWS::Cognito::UserPool", "all users and their passwords"),
            Map.entry("AWS::Cognito::IdentityPool", "the identities of all users"),
            Map.entry("AWS::Logs::LogGroup", "all log events in it"),
            Map.entry("AWS::Kinesis::Stream", "the records that are not read yet"),
            Map.entry("AWS::KinesisVideo::Stream", "all recordings in it"),
            Map.entry("AWS::MSK::Cluster", "all messages in it"),
            Map.entry("AWS::MSK::ServerlessCluster", "all messages in it"),
            Map.entry("AWS::AmazonMQ::Broker", "all messages in it"),
            Map.entry("AWS::SQS::Queue", "the messages that are not handled yet"),
            Map.entry("AWS::Events::Archive", "all events in it"),
            Map.entry("AWS::SecretsManager::Secret", "the secret value"),
            Map.entry("AWS::KMS::Key", "everything that is encrypted with it"),
            Map.entry("AWS::KMS::ReplicaKey", "what is encrypted with it in this region"),
            Map.entry("AWS::ACMPCA::CertificateAuthority", "the authority and its key"),
            Map.entry("AWS::ECR::Repository", "all images in it"),
            Map.entry("AWS::ECR::PublicRepository", "all images in it"),
            Map.entry("AWS::CodeCommit::Repository", "all commits in it"),
            Map.entry("AWS::CodeArtifact::Repository", "all packages in it"),
            Map.entry("AWS::Backup::BackupVault", "all recovery points in it"),
            Map.entry("AWS::Backup::LogicallyAirGappedBackupVault", "all recovery points in it"),
            Map.entry("AWS::Route53::HostedZone", "its name servers and all records made outside of the stack"),
            Map.entry("AWS::Glue::Database", "the catalogue of its tables"),
            Map.entry("AWS::SageMaker::FeatureGroup", "all features in the online store"),
            Map.entry("AWS::SDB::Domain", TABLE));

    private StatefulTypes() {}

    /** What is lost with a resource of {@code type}; empty if it can be made again. */
    public static Optional<String> loss(String type) {
        return Optional.ofNullable(LOSSES.get(type));
    }
}
