package io.github.sammaven.core.local.apigateway.authorize.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses with a number of leading bits in common, {@code 10.0.0.0/8}. */
final class AddressRange {

    private AddressRange() {}

    /** @throws MalformedPolicyException if {@code range} is none */
    static boolean contains(String address, String range) throws MalformedPolicyException {
        int slash = range.indexOf('/');
        Optional<byte[]> inside = bytes(address);
        Optional<byte[]> base = bytes(slash < 0 ? range : range.substring(0, slash));
        if (inside.isEmpty() || base.isEmpty()) {
            throw new MalformedPolicyException(address + " or " + range + " is no IP address");
        }
        int all = 8 * base.get().length;
        int bits = slash < 0 ? all : bits(range, slash, all);
        return inside.get().length == base.get().length && sameBits(inside.get(), base.get(), bits);
    }

    private static int bits(String range, int slash, int all) throws MalformedPolicyException {
        try {
            int bits = Integer.parseInt(range.substring(slash + 1));
            if (bits >= 0 && bits <= all) {
                return bits;
            }
        } catch (NumberFormatException e) {
            throw new MalformedPolicyException(range + " is no range of IP addresses");
        }
        throw new MalformedPolicyException(range + " is no range of IP addresses");
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Of an address in numbers; a name is never looked up. */
    private static Optional<byte[]> bytes(String address) {
        boolean numbers = !address.isEmpty()
                && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')
                && (address.indexOf(':') >= 0 || isFourNumbers(address));
        try {
            return numbers ? Optional.of(InetAddress.getByName(address).getAddress()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean isFourNumbers(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }
}
