import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
def jenkins = new File(basedir, 'Jenkinsfile').text
assertThat(jenkins).contains('mvn -B -ntp verify -Dsam.s3Bucket="$SAM_BUCKET"')
assertThat(jenkins).contains("sam:create-change-set")
assertThat(jenkins).contains('-Dsam.stackName=orders-dev -Dsam.region=eu-central-1\'')
assertThat(jenkins).contains('-Dsam.stackName=orders -Dsam.region=eu-central-1 -Dsam.configEnv=prod\'')
assertThat(jenkins).contains("stage('prod: approval')").doesNotContain("stage('dev: approval')")

def workflow = new File(basedir, '.github/workflows/orders.yml').text
assertThat(workflow).contains("java-version: '21'", "python-version: '3.12'", 'environment: prod')
assertThat(new File(basedir, 'pipeline/pipeline.yaml')).exists()
assertThat(new File(basedir, 'pipeline/prod-execute.buildspec.yml')).content().contains('sam:execute-change-set')

// The roles may do what the template needs in the stacks of both stages, each with its own parameters.
def roles = new File(basedir, 'pipeline/roles.yaml').text
assertThat(roles).contains('stack/orders-dev/*', 'stack/orders/*', 'function:orders-dev-Hello-*', 'function:orders-Hello-*')
assertThat(roles).contains('event-bus/test-events', 'event-bus/orders-events')
assertThat(roles).contains('repo:${GitHubRepository}:environment:prod', 'codebuild.amazonaws.com', 'Ref: JenkinsAgentRole')
assertThat(roles).contains("Default: 'arn:aws:iam::111122223333:oidc-provider/gitlab.acme.example'")
assertThat(roles).doesNotContain('AdministratorAccess')
assertThat(roles).contains('# - NOT COMPLETE: template.yaml:17').contains('Acme::Odd::Thing')
assertThat(log).containsPattern('WARNING.*template.yaml:17.*Acme::Odd::Thing')
assertThat(log).contains('roles.yaml  written', 'roles.yaml  put aside')

// What the project has is left alone, and what would be there is beside it.
assertThat(new File(basedir, '.gitlab-ci.yml').text.trim()).isEqualTo('mine')
assertThat(new File(basedir, 'target/sam/pipeline/.gitlab-ci.yml')).content().contains('extends: .deployer')
assertThat(log).contains('your .gitlab-ci.yml says something else')
assertThat(log).contains('Jenkinsfile  unchanged')
assertThat(log).contains("is 'jenkinz'", 'jenkins, codepipeline, github-actions, gitlab')

return true
