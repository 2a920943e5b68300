import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('Parameters [BucketName, ObjectKey] have no value')
    assertThat(log).contains('Parameter BuketName is not declared in the template; its value is not used',
        "Did you mean 'BucketName'?", 'Given by -Dsam.parameter.BuketName')
    assertThat(aws.calls()).doesNotContain('CreateChangeSet')
}

return true
