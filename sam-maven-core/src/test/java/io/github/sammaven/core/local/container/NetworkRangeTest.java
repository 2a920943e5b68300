package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {

    @ParameterizedTest
    @CsvSource({
        "172.17.0.0/16,172.17.255.1,true",
        "172.17.0.0/16,172.18.0.1,false",
        "10.88.0.0/13,10.95.0.1,true",
        "10.88.0.0/13,10.96.0.1,false",
        "0.0.0.0/0,8.8.8.8,true",
        "fd00:1::/64,fd00:1::5,true",
        "fd00:1::/64,fd00:2::5,false",
        "fd00:1::/64,10.0.0.1,false"
    })
    void memberIsTold(String range, String address, boolean member) throws UnknownHostException {
        NetworkRange read = NetworkRange.parse(range, "").orElseThrow();
        assertThat(read.contains(InetAddress.getByName(address))).isEqualTo(member);
    }

    @ParameterizedTest
    @CsvSource({"172.17.0.0/16,null,172.17.0.1", "172.17.0.0/16,172.17.0.254,172.17.0.254"})
    void gatewayIsTheFirstAddressUnlessTold(String range, String told, String gateway) throws UnknownHostException {
        assertThat(NetworkRange.parse(range, told).orElseThrow().gateway()).isEqualTo(InetAddress.getByName(gateway));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "172.17.0.0", "example.com/8", "172.17.0.0/x", "/8"})
    void whatIsNoRangeIsNone(String text) {
        assertThat(NetworkRange.parse(text, "")).isEmpty();
    }
}
