import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('2 of 2 archives uploaded to s3://it-artifacts', '1 of 2 archives uploaded to s3://it-artifacts')
    assertThat(log).contains('"first, NullMarked"', '"second, NullMarked"')

    def unchanged = log.lines().filter { it.endsWith('unchanged') }.toList()
    assertThat(unchanged).hasSize(1)
    assertThat(unchanged[0]).contains('DependencyLayer')

    def packaged = new File(basedir, 'target/sam/packaged.yaml').text
    assertThat(aws.uploads()).hasSize(3)
    assertThat(packaged).contains('# What is said here stays.', "CodeUri: s3://it-artifacts/${aws.uploads()[2]}")
    def layer = (packaged =~ /ContentUri: s3:\/\/it-artifacts\/(\S+)/)[0][1]
    assertThat(aws.uploads()[0..1]).contains(layer)

    // The function has its classes alone, the layer the jar.
    assertThat(new File(basedir, 'target/sam/build/Orders').list()).containsExactly('it')
}

return true
