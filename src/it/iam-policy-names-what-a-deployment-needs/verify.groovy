import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper

def policy = new JsonSlurper().parse(new File(basedir, 'target/sam/iam-policy.json'))
def statements = policy.Statement.collectEntries { [it.Sid, it] }

assertThat(statements.SQSQueue.Resource).isEqualTo('arn:aws:sqs:eu-central-1:111122223333:jobs')
assertThat(statements.LambdaFunction.Resource)
        .isEqualTo('arn:aws:lambda:eu-central-1:111122223333:function:orders-OrdersFunction-*')
assertThat(statements.PassRoleToLambda.Condition.StringEquals.'iam:PassedToService').isEqualTo('lambda.amazonaws.com')
assertThat(statements.Artifacts.Resource).isEqualTo('arn:aws:s3:::acme-artifacts/*')

def log = new File(basedir, 'build.log').text.replace('\r\n', '\n')
assertThat(log).as('the policy is the output, also with -q').contains('"Sid": "SQSQueue"')
assertThat(log).contains('template.yaml:18:3: Robot: what AWS::RoboMaker::Robot needs is not known')

def roles = new File(basedir, 'target/sam/iam-roles.yaml').text
assertThat(roles).contains('DeployerRole:', 'CloudFormationRole:', 'codebuild.amazonaws.com', '- CloudFormationRole')

assertThat(log).contains('no role is named that the build server hands over to CloudFormation')

return true
