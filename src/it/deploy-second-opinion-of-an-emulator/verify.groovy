import static org.assertj.core.api.Assertions.assertThat

import io.github.sammaven.core.aws.sdk.AwsClients

context.get('moto').withCloseable { moto ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('1 of 1 archives uploaded', '0 of 1 archives uploaded')
    assertThat(log).contains('second-opinion (us-east-1): CREATE_COMPLETE after')
    assertThat(log).contains('second-opinion (us-east-1): up to date, nothing to change')
    assertThat(log).contains('second-opinion (us-east-1): UPDATE_COMPLETE after')

    new AwsClients(moto.settings()).withCloseable { clients ->
        assertThat(clients.s3().listObjectsV2 { it.bucket('artifacts') }.contents()).isNotEmpty()
        clients.cloudFormation().deleteStack { it.stackName('second-opinion') }
        assertThat(clients.cloudFormation().listStacks().stackSummaries()).allMatch {
            it.stackStatusAsString() == 'DELETE_COMPLETE'
        }
    }
    System.clearProperty('aws.accessKeyId')
    System.clearProperty('aws.secretAccessKey')
}

return true
