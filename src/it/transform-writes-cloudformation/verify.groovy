import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper

def ids = [
    'OrdersFunction', 'OrdersFunctionAliaslive', 'OrdersFunctionRole', 'OrdersFunctionNightly',
    'OrdersFunctionNightlyPermission', 'OrdersFunctionOrderPermissionProd', 'OrdersTable', 'ServerlessRestApi',
    'ServerlessRestApiProdStage'
]

def test = new File(basedir, 'target/sam/transformed.yaml').text
ids.each { assertThat(test).contains("\n  $it:\n") }
assertThat(test)
        .contains('Runtime: python3.11', 'Timeout: 10')
        .contains('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')
        .doesNotContain('AWS::Serverless', 'Globals')

def prod = new JsonSlurper().parse(new File(basedir, 'target/prod.json'))
assertThat(prod.Resources.keySet()).containsAll(ids)
assertThat(prod.Resources.size()).as('with a version and a deployment').isEqualTo(ids.size() + 2)
assertThat(prod.Resources.OrdersFunction.Properties.Code).isEqualTo('orders')
assertThat(prod.Resources.OrdersFunctionRole.Properties.ManagedPolicyArns)
        .containsExactly('arn:aws-us-gov:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')

assertThat(new File(basedir, 'build.log').text)
        .contains('2 resources of template.yaml became 11 resources of CloudFormation  ->  target/sam/transformed.yaml')

return true
