package io.github.sammaven.core.local.container;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Addresses of one network.
 *
 * @param base first address
 * @param prefix number of leading bits all addresses share
 */
public record NetworkRange(InetAddress base, int prefix) {

    /** Reads {@code 172.17.0.0/16}; empty for anything else, names included. */
    public static Optional<NetworkRange> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.matches("[0-9a-fA-F.:]+/\\d{1,3}")) {
            return Optional.empty();
        }
        try {
            InetAddress base = InetAddress.getByName(text.substring(0, slash));
            return Optional.of(new NetworkRange(base, Integer.parseInt(text.substring(slash + 1))));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress address) {
        byte[] own = base.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
