import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.objects()).hasSize(2)
    assertThat(aws.cloudFormation().statusOf('orders-dev')).isEmpty()
    assertThat(aws.cloudFormation().statusOf('orders-prod')).hasValue('CREATE_COMPLETE')

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('orders-dev: deleted, with 0 objects', 'Kept, because other stacks refer to it:')
    aws.objects().each { assertThat(log).contains('  s3://it-artifacts/' + it) }
}

return true
