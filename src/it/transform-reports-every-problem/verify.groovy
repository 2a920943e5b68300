import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text.replace('\r\n', '\n')
assertThat(log).contains('''\
[ERROR] template.yaml:13:7: OrdersFunction: unknown property 'MemorySiz'
[ERROR]     Did you mean 'MemorySize'?
[ERROR] template.yaml:16:17: OrdersFunction: event Order has the unknown type 'Htp'
[ERROR] template.yaml:22:13: AuditFunction: the policy at index 0 lacks TableName of policy template DynamoDBCrudPolicy
[ERROR] template.yaml:27:9: InvoiceFunction: DeploymentPreference needs AutoPublishAlias
[ERROR]     AutoPublishAlias: live makes the alias whose traffic is shifted
[ERROR] template.yaml:28:3: OrdersApi: StageName is required
''')
assertThat(log).contains('5 errors in template.yaml')
assertThat(log).doesNotContain('\tat ')
assertThat(new File(basedir, 'target/sam/transformed.yaml')).doesNotExist()

return true
