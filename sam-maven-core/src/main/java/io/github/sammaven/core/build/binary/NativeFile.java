package io.github.sammaven.core.build.binary;

import io.github.sammaven.core.function.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with machine code.
 *
 * @param system what it runs on, as shown to people: {@code Linux}, {@code macOS}, {@code Windows}
 * @param machine instruction set, as shown to people; empty if the system rules it out already
 * @param architecture the one of Lambda it can run on; empty if there is none
 */
public record NativeFile(String system, String machine, Optional<Architecture> architecture) {

    private static final int HEADER_BYTES = 20;
    private static final int ELF = 0x7F454C46;
    private static final int MACH_O_64 = 0xCFFAEDFE;
    private static final int MACH_O_UNIVERSAL = 0xCAFEBABE;
    private static final int MAX_UNIVERSAL_PARTS = 20;
    private static final int CLASS_64_BIT = 2;

    /** Empty if the file holds no machine code. */
    public static Optional<NativeFile> read(Path file) throws IOException {
        byte[] header = new byte[HEADER_BYTES];
        try (InputStream input = Files.newInputStream(file)) {
            if (input.readNBytes(header, 0, HEADER_BYTES) < HEADER_BYTES) {
                return Optional.empty();
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(header);
        int magic = bytes.getInt(0);
        if (magic == ELF) {
            return Optional.of(elf(bytes));
        }
        boolean universal = magic == MACH_O_UNIVERSAL && bytes.getInt(4) < MAX_UNIVERSAL_PARTS;
        if (magic == MACH_O_64 || universal) {
            return Optional.of(new NativeFile("macOS", "", Optional.empty()));
        }
        return header[0] == 'M' && header[1] == 'Z' && isLibraryOrProgram(file)
                ? Optional.of(new NativeFile("Windows", "", Optional.empty()))
                : Optional.empty();
    }

    /** {@code Linux aarch64}. */
    public String description() {
        return (system + " " + machine).strip();
    }

    private static NativeFile elf(ByteBuffer bytes) {
        boolean little = bytes.get(5) == 1;
        bytes.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int machine = bytes.getShort(18) & 0xFFFF;
        boolean wide = bytes.get(4) == CLASS_64_BIT;
        if (machine == 0x3E && wide) {
            return new NativeFile("Linux", "x86_64", Optional.of(Architecture.X86_64));
        }
        if (machine == 0xB7 && little) {
            return new NativeFile("Linux", "aarch64", Optional.of(Architecture.ARM64));
        }
        return new NativeFile("Linux", "machine 0x" + Integer.toHexString(machine), Optional.empty());
    }

    private static boolean isLibraryOrProgram(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".exe") || name.endsWith(".dll") || name.endsWith(".pyd") || name.endsWith(".node");
    }
}
