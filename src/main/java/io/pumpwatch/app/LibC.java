package io.pumpwatch.app;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The calls of the C library that Java has nothing for; on 64-bit Linux only. */
final class LibC {
    /** Loaded at first use, and only where it is asked for: an agent on another system has none of it. */
    private static final class Loaded {
        private static final boolean DONE = load();

        private static boolean load() {
            if (!Platform.isLinux() || !Platform.is64Bit()) {
                return false;
            }
            try {
                Native.register(LibC.class, Platform.C_LIBRARY_NAME);
                return true;
            } catch (LinkageError missing) {
                return false;
            }
        }
    }

    private LibC() {}

    /** Whether the calls may be made. */
    static boolean there() {
        return Loaded.DONE;
    }

    // Names and types as in C; a size_t has 64 bits here.

    static native int adjtimex(byte[] timex);

    static native int socket(int domain, int type, int protocol);

    static native long sendto(int fd, byte[] data, long length, int flags, byte[] address, int addressLength);

    static native int close(int fd);

    static native int madvise(long address, long length, int advice);
}
