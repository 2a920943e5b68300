package io.github.sammaven.core.local.apigateway.authorize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

    private static final PolicyQuestion QUESTION = new PolicyQuestion(
            "execute-api:Invoke",
            "arn:aws:execute-api:eu-central-1:123456789012:shop/Prod/GET/items/7",
            Instant.parse("2026-11-21T10:31:07Z"),
            "192.168.7.9",
            false,
            Optional.of("curl/8"),
            Optional.empty());

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static PolicyVerdict verdict(String... statements) throws Exception {
        return PolicyDocument.of(json("{'Statement':[" + String.join(",", statements) + "]}"))
                .evaluate(QUESTION);
    }

    private static String statement(String effect, String more) {
        return "{'Effect':'" + effect + "'," + more + "}";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Action':'execute-api:Invoke','Resource':'*' | true",
                "'Action':'EXECUTE-API:invoke','Resource':'*' | true",
                "'Action':'execute-api:Inv*','Resource':'*' | true",
                "'Action':['s3:*','execute-api:?nvoke'],'Resource':'*' | true",
                "'Action':'execute-api:ManageConnections','Resource':'*' | false",
                "'NotAction':'execute-api:Invoke','Resource':'*' | false",
                "'NotAction':'s3:*','Resource':'*' | true",
                "'Action':'*','Resource':'arn:aws:execute-api:*:*:shop/*/GET/items/?' | true",
                "'Action':'*','Resource':'arn:aws:execute-api:*:*:shop/*/GET/items/??' | false",
                "'Action':'*','Resource':'arn:aws:execute-api:*:*:shop/*/get/items/7' | false",
                "'Action':'*','Resource':['arn:a','arn:aws:execute-api:*/items/7*'] | true",
                "'Action':'*','NotResource':'*/items/7' | false",
                "'Action':'*','NotResource':'*/items/8' | true",
            })
    void allowsWhenActionAndResourceAreMeant(String statement, boolean allowed) throws Exception {
        assertThat(verdict(statement("Allow", statement)).allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'IpAddress':{'aws:SourceIp':'192.168.0.0/16'} | true",
                "'IpAddress':{'aws:SourceIp':['10.0.0.0/8','192.168.7.9']} | true",
                "'IpAddress':{'aws:SourceIp':'192.168.8.0/24'} | false",
                "'IpAddress':{'aws:SourceIp':'fe80::/10'} | false",
                "'IpAddress':{'aws:SourceIp':'192.168.0.0/99'} | false",
                "'NotIpAddress':{'aws:sourceip':'10.0.0.0/8'} | true",
                "'NotIpAddress':{'aws:SourceIp':['10.0.0.0/8','192.168.0.0/16']} | false",
                "'Bool':{'aws:SecureTransport':'false'} | true",
                "'Bool':{'aws:SecureTransport':true} | false",
                "'StringEquals':{'aws:UserAgent':'curl/8'} | true",
                "'StringLike':{'aws:UserAgent':'curl/*'} | true",
                "'StringNotLike':{'aws:UserAgent':'curl/*'} | false",
                "'StringEqualsIgnoreCase':{'aws:UserAgent':'CURL/8'} | true",
                "'StringEquals':{'aws:Referer':'x'} | false",
                "'StringNotEquals':{'aws:Referer':'x'} | true",
                "'StringEqualsIfExists':{'aws:Referer':'x'} | true",
                "'Null':{'aws:Referer':'true'} | true",
                "'Null':{'aws:UserAgent':'true'} | false",
                "'DateLessThan':{'aws:CurrentTime':'2026-11-22T00:00:00Z'} | true",
                "'DateGreaterThan':{'aws:CurrentTime':'2026-11-22'} | false",
                "'NumericGreaterThan':{'aws:EpochTime':'1700000000'} | true",
                "'NumericLessThanEquals':{'aws:EpochTime':1700000000} | false",
                "'NumericEquals':{'aws:EpochTime':'today'} | false",
                "'Bool':{'aws:SecureTransport':'false'},'IpAddress':{'aws:SourceIp':'10.0.0.0/8'} | false",
            })
    void allowsWhenConditionsAreMet(String condition, boolean allowed) throws Exception {
        String statement = "'Action':'*','Resource':'*','Condition':{" + condition + "}";
        assertThat(verdict(statement("Allow", statement)).allowed()).isEqualTo(allowed);
    }

    @Test
    void deniesWhenOneStatementDoes() throws Exception {
        PolicyVerdict verdict = verdict(
                statement("Allow", "'Action':'*','Resource':'*'"),
                statement("Deny", "'Sid':'NoItems','Action':'execute-api:*','Resource':'*/items/*'"));
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).isEqualTo("statement NoItems of the policy denies " + QUESTION.resource());
    }

    @Test
    void allowsWhenADenyMeansSomethingElse() throws Exception {
        assertThat(verdict(
                                statement("Allow", "'Action':'*','Resource':'*'"),
                                statement("Deny", "'Action':'*','Resource':'*/orders'"),
                                statement(
                                        "Deny",
                                        "'Action':'*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':true}}"))
                        .allowed())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Resource':'*','Condition':{'StringEquals':{'aws:PrincipalTag/team':'x'}} | key aws:principaltag/team",
                "'Resource':'*','Condition':{'ForAnyValue:StringEquals':{'aws:UserAgent':'x'}} | operator ForAnyValue",
                "'Resource':'arn:${aws:username}' | policy variables",
                "'Resource':'*','Condition':{'NotIpAddress':{'aws:SourceIp':'10.0.0/8'}} | NotIpAddress cannot be read",
                "'Resource':'*','Condition':{'NotIpAddress':{'aws:SourceIp':['10.0.0.0/8','10.0.0.0/33']}} | no range",
                "'Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':['192.168.0.0/16','here']}} | no IP address",
                "'Resource':'*','Condition':{'NumericNotEquals':{'aws:EpochTime':'today'}} | no number",
                "'Resource':'*','Condition':{'DateNotEquals':{'aws:CurrentTime':'today'}} | no date",
                "'Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'yes'}} | neither true nor false",
            })
    void staysClosedWhenAStatementCannotBeDecided(String statement, String why) throws Exception {
        PolicyVerdict allow = verdict(statement("Allow", "'Action':'*'," + statement));
        assertThat(allow.allowed()).isFalse();
        assertThat(allow.reason()).contains("allows nothing").contains(why);
        PolicyVerdict deny = verdict(
                statement("Allow", "'Action':'*','Resource':'*'"), statement("Deny", "'Action':'*'," + statement));
        assertThat(deny.allowed()).isFalse();
        assertThat(deny.reason()).contains("denies").contains(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | policyDocument has no Statement",
                "{'Statement':['x']} | statement 1 is not an object",
                "{'Statement':{'Effect':'Allow','Action':'*'}} | statement 1 needs either Resource or NotResource",
                "{'Statement':{'Effect':'Allow','Action':'*','NotAction':'*','Resource':'*'}} | statement 1 needs either Action or NotAction",
                "{'Statement':{'Effect':'Allow','Action':[],'Resource':'*'}} | statement 1: Action is empty",
                "{'Statement':{'Effect':'Allow','Action':{},'Resource':'*'}} | statement 1: Action is neither a text nor a list of texts",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':[]}} | statement 1: Condition is not an object",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':1}}} | statement 1: Bool is not an object",
            })
    void refusesWhatIsNoPolicy(String document, String message) throws Exception {
        JsonNode given = json(document);
        assertThatThrownBy(() -> PolicyDocument.of(given))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessage(message);
    }
}
