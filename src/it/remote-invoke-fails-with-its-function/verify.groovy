import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(context.get('lambda').calls()).containsExactly(
        'Hello RequestResponse "Ada"', 'Broken RequestResponse {}', 'Broken RequestResponse {}')

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('log of the function', '{"greeting":"Hello Ada"}')
    assertThat(log).contains('the function Broken failed (Unhandled): {"errorMessage":"out of tea"}', 'the last words')
    assertThat(log).contains('"FunctionError" : "Unhandled"')
    assertThat(log).contains("the stack orders has no resource 'Helo'", "Did you mean 'Hello'?")
    assertThat(log).doesNotContain('\tat ')
}

return true
