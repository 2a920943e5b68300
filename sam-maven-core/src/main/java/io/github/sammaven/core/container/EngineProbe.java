package io.github.sammaven.core.container;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether a container engine answers, found out without loading what it takes to talk to one. Asked once. */
public final class EngineProbe implements BooleanSupplier {

    private static final int CONNECT_MS = 2_000;

    private final Map<String, String> shell;
    private @Nullable Boolean answers;

    /** @param shell as for {@link EngineAddress} */
    public EngineProbe(Map<String, String> shell) {
        this.shell = Map.copyOf(shell);
    }

    @Override
    public synchronized boolean getAsBoolean() {
        Boolean known = answers;
        if (known == null) {
            known = ask(EngineAddress.find(shell));
            answers = known;
        }
        return known;
    }

    private static boolean ask(URI address) {
        try {
            String scheme = String.valueOf(address.getScheme());
            if (scheme.equals("npipe")) {
                return Files.exists(Path.of(address.getPath()));
            }
            return scheme.equals("unix") ? pings(Path.of(address.getPath())) : connects(address);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean pings(Path socket) throws IOException {
        SocketAddress address = UnixDomainSocketAddress.of(socket);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(address);
            channel.write(StandardCharsets.US_ASCII.encode("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n"));
            ByteBuffer status = ByteBuffer.allocate(64);
            while (status.hasRemaining() && channel.read(status) >= 0) {
                status.position();
            }
            return new String(status.array(), 0, status.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        }
    }

    private static boolean connects(URI address) throws IOException {
        if (address.getHost() == null || address.getPort() < 0) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MS);
            return true;
        }
    }
}
