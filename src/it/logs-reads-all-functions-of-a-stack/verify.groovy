import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    // By time across functions, and an object of JSON over several lines.
    assertThat(log).containsPattern('(?s)Orders \\S+ START RequestId.*Audit \\S+ \\{\\R  "level": "INFO",.*Orders \\S+ hello from orders.*Orders \\S+ REPORT')
    assertThat(log).contains('Never: there is no log group /aws/lambda/Never', 'the function has not run yet')
    assertThat(log).contains('Orders  1 call, 0 errors, 1 cold start, p50 3.4 ms, p95 3.4 ms, max 3.4 ms, 88 of 512 MB')
    // One raw event per line.
    assertThat(log).containsPattern('\\{"logStreamName":"2026/11/21/\\[\\$LATEST]a","timestamp":1795271400002,"message":"hello from orders\\\\n"')
    // The lines of a request together.
    assertThat(log).containsPattern('Orders \\S+ 0b1f6a52-1111-4222-8333-444455556666  3.4 ms, billed 4.0 ms, 88 of 512 MB, cold start 112.8 ms\\R  hello from orders')
    assertThat(log).contains('No log lines since 2026-11-20T14:00:00Z until 2026-11-20T15:00:00Z')
    assertThat(log).contains("Did you mean 'Orders'?").doesNotContain('\tat ')
    // Traces after the logs.
    assertThat(log).containsPattern('(?s)Orders \\S+ REPORT.*Trace 1-65d0f0a0-0{23}1 .*0\\.500 s  Orders')
}

return true
