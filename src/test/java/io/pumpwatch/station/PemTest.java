package io.pumpwatch.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PemTest {
    @Test
    void whatIsWrittenIsReadBackAmongOtherBlocks() {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] der = new byte[length];
            random.nextBytes(der);
            String text = Pem.text(Pem.CERTIFICATE, new byte[] {1}) + "words\n" + Pem.text(Pem.PRIVATE_KEY, der);
            assertArrayEquals(der, Pem.block(Pem.PRIVATE_KEY, text), text);
            assertTrue(text.lines().allMatch(line -> line.length() <= 64), text);
        }
    }

    @Test
    void whatIsNoBlockIsNoneAndWhatIsNoBase64IsRefused() {
        String whole = Pem.text(Pem.PRIVATE_KEY, new byte[] {1, 2, 3});
        String begin = Pem.begin(Pem.PRIVATE_KEY);
        for (String text : new String[] {
            "", "nothing", begin, whole.substring(begin.length()), "-----END PRIVATE KEY-----\n" + begin
        }) {
            assertNull(Pem.block(Pem.PRIVATE_KEY, text), text);
        }
        assertNull(Pem.block(Pem.CERTIFICATE, whole));
        assertThrows(
                IllegalArgumentException.class,
                () -> Pem.block(Pem.PRIVATE_KEY, begin + "\nA\n-----END PRIVATE KEY-----"));
    }
}
