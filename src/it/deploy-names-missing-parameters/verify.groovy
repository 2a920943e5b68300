import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('Parameters [BucketName, ObjectKey] have no value')
    assertThat(log).contains('Parameter BuketName is not declared in the template', "Did you mean 'BucketName'?")
    assertThat(aws.calls()).doesNotContain('CreateChangeSet')
}

return true
