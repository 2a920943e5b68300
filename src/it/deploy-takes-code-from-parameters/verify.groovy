import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper

context.get('aws').withCloseable { aws ->
    assertThat(aws.cloudFormation().statusOf('orders-it')).hasValue('CREATE_COMPLETE')
    assertThat(aws.cloudFormation().templateOf('orders-it').get())
        .containsPattern(/Bucket: !?Ref:? ?BucketName/)
        .containsPattern(/Key: !?Ref:? ?ObjectKey/)

    def configuration = new JsonSlurper().parse(new File(basedir, 'target/sam/template-configuration.json'))
    assertThat(configuration.Parameters).isEqualTo([BucketName: 'acme', ObjectKey: 'hello.zip'])
    assertThat(configuration.Tags).isEqualTo([team: 'orders'])

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('Left out of it, because they are secret: ApiKey')
    assertThat(log).doesNotContain('hush-hush')
}

return true
