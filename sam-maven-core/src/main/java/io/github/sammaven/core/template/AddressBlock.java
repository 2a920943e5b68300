package io.github.sammaven.core.template;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, {@code 10.0.0.0/16}.
 *
 * @param first its first address
 * @param addressBits 32 or 128
 * @param prefix how many leading bits all its addresses share
 */
record AddressBlock(BigInteger first, int addressBits, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}");
    private static final Pattern IPV6 = Pattern.compile("(?=[^/]*:)[0-9a-fA-F:]{2,39}/[0-9]{1,3}");

    static Optional<AddressBlock> parse(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        try {
            // The patterns let literals through only, so no name is looked up.
            byte[] address = InetAddress.getByName(text.substring(0, slash)).getAddress();
            int bits = address.length * 8;
            int prefix = Integer.parseInt(text.substring(slash + 1));
            if (prefix > bits) {
                return Optional.empty();
            }
            BigInteger host = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
            return Optional.of(new AddressBlock(new BigInteger(1, address).andNot(host), bits, prefix));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** Of the parts with the longer {@code partPrefix}, the one at {@code index}. */
    AddressBlock part(int index, int partPrefix) {
        BigInteger offset = BigInteger.valueOf(index).shiftLeft(addressBits - partPrefix);
        return new AddressBlock(first.add(offset), addressBits, partPrefix);
    }

    @Override
    public String toString() {
        return (addressBits == 32 ? ipv4() : ipv6()) + "/" + prefix;
    }

    private String ipv4() {
        long value = first.longValue();
        return (value >> 24 & 255) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
    }

    /** The longest run of zero groups, the first of equal ones, becomes a double colon (RFC 5952). */
    private String ipv6() {
        String[] groups = new String[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = first.shiftRight(112 - 16 * i)
                    .and(BigInteger.valueOf(0xFFFF))
                    .toString(16);
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end].equals("0")) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        if (length < 2) {
            return String.join(":", groups);
        }
        return String.join(":", Arrays.copyOfRange(groups, 0, start))
                + "::"
                + String.join(":", Arrays.copyOfRange(groups, start + length, 8));
    }
}
