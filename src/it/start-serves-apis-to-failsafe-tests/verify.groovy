import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('OrdersApi  (REST, stage Prod)   http://127.0.0.1:', 'ChatApi  (WEBSOCKET, stage dev)   ws://127.0.0.1:',
        'Delivery/DeliveryApi  (HTTP, stage $default)', 'Tests run: 6, Failures: 0, Errors: 0, Skipped: 0', 'Stopped')
assertThat(log).contains('GET /nowhere  404', 'OrdersFunction: the function failed: ValueError', 'authorizer TokenAuth (Lambda)')

return true
