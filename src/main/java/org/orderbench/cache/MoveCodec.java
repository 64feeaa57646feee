package org.orderbench.cache;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Done moves as bytes, about a dozen each: every figure as its difference from the move before, seven bits a byte. Quantities are exact decimals. Stateless.
 */
final class MoveCodec {

    private static final int LARGE = 0x40;

    private MoveCodec() {}

    static byte[] write(List<DoneMove> moves) {
        Writer out = new Writer(moves.size() * 14);
        DoneMove before = new DoneMove(0, 0, 0, 0, Instant.EPOCH, BigDecimal.ZERO, 0);
        for (DoneMove move : moves) {
            out.number(move.id() - (long) before.id());
            out.number(move.productId() - (long) before.productId());
            out.number(move.from() - (long) before.from());
            out.number(move.to() - (long) before.to());
            out.number(move.at().getEpochSecond() - before.at().getEpochSecond());
            out.quantity(move.quantity());
            out.number(move.returnedOf() == 0 ? 0 : move.returnedOf() - (long) move.id());
            before = move;
        }
        return out.bytes();
    }

    /** Hands over the moves in the order in which they were written. */
    static void read(byte[] body, Consumer<DoneMove> taker) {
        ByteBuffer in = ByteBuffer.wrap(body);
        int id = 0;
        int product = 0;
        int from = 0;
        int to = 0;
        long at = 0;
        while (in.hasRemaining()) {
            id += (int) number(in);
            product += (int) number(in);
            from += (int) number(in);
            to += (int) number(in);
            at += number(in);
            BigDecimal quantity = quantity(in);
            int returned = (int) number(in);
            taker.accept(new DoneMove(id, product, from, to, Instant.ofEpochSecond(at), quantity, returned == 0 ? 0 : id + returned));
        }
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }

    private static BigDecimal quantity(ByteBuffer in) {
        int scale = in.get();
        if (scale < LARGE) {
            return BigDecimal.valueOf(number(in), scale);
        }
        byte[] large = new byte[in.get()];
        in.get(large);
        return new BigDecimal(new BigInteger(large), scale - LARGE);
    }

    private static final class Writer extends ByteArrayOutputStream {

        Writer(int size) {
            super(Math.max(32, size));
        }

        /** Small numbers of either sign in few bytes. */
        void number(long value) {
            long bits = (value << 1) ^ (value >> 63);
            while ((bits & ~0x7fL) != 0) {
                write((int) ((bits & 0x7f) | 0x80));
                bits >>>= 7;
            }
            write((int) bits);
        }

        /** Without trailing zeros; the scale first, and a mark where the figure has more than 63 bits. */
        void quantity(BigDecimal quantity) {
            BigDecimal plain = quantity.stripTrailingZeros();
            if (plain.scale() < 0) {
                plain = plain.setScale(0);
            }
            BigInteger figure = plain.unscaledValue();
            if (figure.bitLength() < 63) {
                write(plain.scale());
                number(figure.longValue());
            } else {
                byte[] large = figure.toByteArray();
                write(plain.scale() | LARGE);
                write(large.length);
                writeBytes(large);
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(buf, count);
        }
    }
}
