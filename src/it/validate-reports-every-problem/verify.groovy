import static org.assertj.core.api.Assertions.assertThat

def expected = '''\
[ERROR] template.yaml:7:5: Stage: the default 'test' is none of the AllowedValues dev, prod
[ERROR] template.yaml:17:7: OrdersFunction: unknown property 'MemorySiz'
[ERROR]     Did you mean 'MemorySize'?
[ERROR] template.yaml:19:7: OrdersFunction: MemorySize 64 MB is under the minimum of 128 MB
[ERROR]     Source: Lambda quotas, function memory allocation
[ERROR] template.yaml:20:7: 'Timeout' is given twice, first in line 18
[ERROR]     remove one of them; a deployment would silently take the last
[ERROR] template.yaml:23:18: OrdersFunction: Ref 'OrdersTabel' names no parameter or resource
[ERROR]     Did you mean 'OrdersTable' (line 28)?
[ERROR] template.yaml:24:17: OrdersFunction: Fn::Sub variable 'Stge' names no parameter or resource
[ERROR]     Did you mean 'Stage' (line 5)?
[ERROR] template.yaml:25:17: OrdersFunction: unknown intrinsic function 'Fn::Foo'
[ERROR]     Did you mean 'Fn::Not'?
[ERROR] template.yaml:26:26: OrdersFunction: FunctionUrlConfig.AuthType is required
[ERROR] template.yaml:27:16: OrdersFunction: DependsOn 'OrdersQueue' names no resource
[ERROR] template.yaml:35:16: AuditFunction: unknown runtime 'pyton3.11'
[ERROR]     Did you mean 'python3.11'?
'''
def log = new File(basedir, 'build.log').text.replace('\r\n', '\n')
assertThat(log).contains(expected)
assertThat(log).contains('10 errors in template.yaml')
assertThat(log).doesNotContain('\tat ')

return true
