import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    // With the place in the template where the resource is declared.
    assertThat(log).containsPattern('Orders.*template\\.yaml:3:3')
    assertThat(log).containsPattern('Timeout.*3.*30')
    assertThat(log).containsPattern('News.*deleted')
    assertThat(log).containsPattern('(?m)^shop: 2 resources changed outside of the stack')
    assertThat(log).containsPattern('\\[ERROR] .*shop: 2 resources changed outside of the stack')
    assertThat(log).contains('calm: as its template says')
    assertThat(log).contains('no stack is named')
    assertThat(log).doesNotContain('\tat ')
}

return true
