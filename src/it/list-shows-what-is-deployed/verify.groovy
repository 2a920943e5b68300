import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).containsPattern('Resources\\R  Logical ID +Physical ID\\R(?s).*  Orders +shop-Orders-X1')
    assertThat(log).containsPattern('Endpoints\\R(?s).*ServerlessRestApi +abc123 +https://abc123\\.execute-api\\.\\S+/Prod')
    assertThat(log).containsPattern('Outputs\\R  OutputKey +OutputValue +Description\\R  Bucket +orders-1 +-')

    // One array for each of the runs that ask for JSON, and nothing beside it.
    def arrays = (log =~ /\[\R {2}\{[\s\S]*?\R\]/).collect { new groovy.json.JsonSlurper().parseText(it) }
    assertThat(arrays).hasSize(3)
    assertThat(arrays[0]).contains([LogicalResourceId: 'Orders', PhysicalResourceId: 'shop-Orders-X1'])
    assertThat(arrays[1].find { it.LogicalResourceId == 'ServerlessRestApi' }.CloudEndpoint[0]).contains('https://abc123.execute-api')
    assertThat(arrays[2]).containsExactly([OutputKey: 'Bucket', OutputValue: 'orders-1', Description: '-'])

    // Without a stack, what the template declares.
    assertThat(log).contains('no stack is named, so only the template is listed')
    assertThat(log).containsPattern('OrdersRole +-')
    assertThat(log).contains('shoop', 'JSON is one list at a time', 'name one: -Dsam.show=endpoints')
    assertThat(log).doesNotContain('\tat ')
}

return true
