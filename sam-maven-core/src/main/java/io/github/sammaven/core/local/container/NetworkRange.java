package io.github.sammaven.core.local.container;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of one network.
 *
 * @param base first address
 * @param prefix number of leading bits all addresses share
 * @param gateway through which its members reach the engine's machine
 */
public record NetworkRange(InetAddress base, int prefix, InetAddress gateway) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:]+");

    /**
     * Reads {@code 172.17.0.0/16} and {@code 172.17.0.1}; empty if the range is anything else, names included.
     *
     * @param gateway engines do not always tell it, and take the first address then
     */
    public static Optional<NetworkRange> parse(String range, String gateway) {
        int slash = range.indexOf('/');
        if (slash < 0 || !range.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(range.substring(slash + 1));
        return address(range.substring(0, slash))
                .map(base -> new NetworkRange(base, prefix, address(gateway).orElseGet(() -> after(base))));
    }

    private static InetAddress after(InetAddress base) {
        byte[] next = base.getAddress();
        next[next.length - 1]++;
        try {
            return InetAddress.getByAddress(next);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress address) {
        byte[] own = base.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length || prefix > own.length * Byte.SIZE) {
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
