package io.github.sammaven.core.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadLimitsTest {

    private final PayloadLimits limits = new PayloadLimits();

    @Test
    void acceptsAnEventOfExactlyTheLimit() {
        assertThat(limits.request(6_291_456)).isEmpty();
        assertThat(limits.asynchronousRequest(1_048_576)).isEmpty();
        assertThat(limits.response(6_291_556)).isEmpty();
        assertThat(limits.clientContext(3_583)).isEmpty();
    }

    @Test
    void refusesOneByteMore() {
        assertThat(limits.request(6_291_457).orElseThrow().message())
                .isEqualTo("The event is 6,291,457 bytes; Lambda takes at most 6,291,456 in a synchronous call");
        assertThat(limits.asynchronousRequest(1_048_577)).isPresent();
        assertThat(limits.response(6_291_557)).isPresent();
        assertThat(limits.clientContext(3_584)).isPresent();
    }

    @Test
    void namesRawAndBase64SizeAndTheLargestBodyWhenTheEventCarriesABody() {
        assertThat(limits.request(6_414_800, 4_809_600, 6_412_800).orElseThrow().suggestion())
                .startsWith("The body had 4,809,600 raw bytes; base64 made 6,412,800 of them."
                        + " The largest body that fits is 4,717,092 bytes.\nTry: ");
    }

    @Test
    void largestBodyIsThreeQuartersOfWhatTheEnvelopeLeaves() {
        assertThat(limits.largestRawBody(Quotas.SYNCHRONOUS_REQUEST, 0)).isEqualTo(4_718_592);
        assertThat(limits.largestRawBody(Quotas.RESPONSE, 0)).isEqualTo(4_718_667);
        assertThat(limits.largestRawBody(Quotas.SYNCHRONOUS_REQUEST, 7_000_000)).isZero();
    }

    @Test
    void refusalHasLambdasOwnWords() {
        assertThat(limits.refusal(Quotas.SYNCHRONOUS_REQUEST))
                .isEqualTo("Request must be smaller than 6291456 bytes for the InvokeFunction operation");
    }

    @Test
    void warnsFromFourFifthsOfALimitUpToIt() {
        assertThat(limits.nearLimit(Quotas.RESPONSE, 5_033_244, "Hello")).isEmpty();
        assertThat(limits.nearLimit(Quotas.RESPONSE, 5_033_245, "Hello")
                        .orElseThrow()
                        .message())
                .isEqualTo("Hello: the response has 5,033,245 of the 6,291,556 bytes that Lambda takes");
        assertThat(limits.nearLimit(Quotas.RESPONSE, 6_291_556, "Hello")).isPresent();
        assertThat(limits.nearLimit(Quotas.RESPONSE, 6_291_557, "Hello")).isEmpty();
    }
}
