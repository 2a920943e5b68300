import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('1 invocation as expected')
assertThat(log).contains('The functions of the nested stack Shop/Elsewhere are not on this machine')
assertThat(log).contains('variable QUEUE is empty, its value is only known in AWS')
assertThat(log).contains('{"greeting": "hello from a layer", "name": "OrderFunction", "table": "orders-dev", "queue": "", "stage": "env"}')
assertThat(log).contains("the template has no function 'Shop/Nobody'")
assertThat(log).contains('broken.yaml:5:7: the nested stack Shop has no template')

assertThat(new File(basedir, 'target/sam/build/Shop/Orders/OrderFunction/app.py')).exists()
assertThat(new File(basedir, 'target/sam/build/Shop/Orders/OrderLayer/python/greeting.py')).exists()
assertThat(new File(basedir, 'target/sam/artifacts.json').text).contains('"Shop/Orders/OrderFunction"')

// Nested templates are not packaged: their locations go on naming the files here, and no archive is made of their code.
assertThat(new File(basedir, 'target/sam/packaged.yaml').text).contains('Location: ../../shop/template.yaml')
assertThat(log).contains('0 archives packaged')

return true
