import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).containsPattern('Trace 1-65d0f0a0-0{23}1  \\S+  2\\.000 s')
    assertThat(log).containsPattern('\\[#{20}] 100 %  2\\.000 s  Orders \\(AWS::Lambda::Function\\)  HTTP 500  FAULT')
    assertThat(log).containsPattern('\\[#{15}-{5}]  75 %    1\\.500 s  DynamoDB')
    assertThat(log).containsPattern('Trace 1-65d0f0a0-0{23}2 ')
    // Only those in which the stack has a part.
    assertThat(log).doesNotContain('SomebodyElse')
    assertThat(log).contains('Services from ', '  Orders (AWS::Lambda::Function)  4 calls, 0 errors, 0 faults, 0.250 s on average')
    // One trace on one line, its documents as objects.
    assertThat(log).contains('{"Id":"1-65d0f0a0-000000000000000000000001","Duration":2.0,"Segments":[{"Document":{"id":"a1","name":"Orders"')
    assertThat(log).contains('"start_time":1795271400.2,"end_time":1795271401.7')
    assertThat(log).contains('shoop').doesNotContain('\tat ')
}

return true
