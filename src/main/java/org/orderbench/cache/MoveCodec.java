package org.orderbench.cache;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Done moves as bytes, about a dozen each: every figure as its difference from the move before, seven bits a byte. Quantities are exact decimals. Stateless.
 */
final class MoveCodec {

    private static final int LARGE = 0x40;
    private static final int LONGEST = 18;

    private MoveCodec() {}

    /** Takes a move in parts: landing a whole history makes no object for each of its moves. */
    interface Parts {

        /**
         * @param at       epoch seconds
         * @param figure   of the quantity, with its scale
         * @param large    the quantity itself where its figure has more than 63 bits, else null
         * @param returnedOf the move that it takes back, or 0
         */
        void take(int id, int product, int from, int to, long at, long figure, int scale, @Nullable BigDecimal large, int returnedOf);
    }

    static byte[] write(List<DoneMove> moves) {
        Writer out = new Writer(moves.size());
        for (DoneMove move : moves) {
            out.add(move);
        }
        return out.bytes();
    }

    /** Hands over the moves in the order in which they were written. */
    static void read(byte[] body, Consumer<DoneMove> taker) {
        parts(body, (id, product, from, to, at, figure, scale, large, returnedOf) ->
                taker.accept(new DoneMove(id, product, from, to, Instant.ofEpochSecond(at), large == null ? BigDecimal.valueOf(figure, scale) : large, returnedOf)));
    }

    /** The same, in parts. */
    static void parts(byte[] body, Parts taker) {
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
            int scale = in.get();
            BigDecimal large = scale < LARGE ? null : large(in, scale - LARGE);
            long figure = large == null ? number(in) : 0;
            int returned = (int) number(in);
            taker.take(id, product, from, to, at, figure, scale, large, returned == 0 ? 0 : id + returned);
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

    private static BigDecimal large(ByteBuffer in, int scale) {
        byte[] large = new byte[in.get()];
        in.get(large);
        return new BigDecimal(new BigInteger(large), scale);
    }

    /** Moves on their way into bytes. */
    static final class Writer {

        private final Bytes out;
        private int id;
        private int product;
        private int from;
        private int to;
        private long at;

        Writer(int moves) {
            out = new Bytes(Math.max(32, moves * 14));
        }

        void add(DoneMove move) {
            BigDecimal quantity = move.quantity();
            boolean fits = quantity.precision() <= LONGEST && quantity.scale() >= 0 && quantity.scale() < LARGE;
            add(move.id(), move.productId(), move.from(), move.to(), move.at().getEpochSecond(), fits ? quantity.unscaledValue().longValue() : 0, quantity.scale(), fits ? null : quantity,
                    move.returnedOf());
        }

        /** As {@link Parts#take}. */
        void add(int nextId, int nextProduct, int nextFrom, int nextTo, long nextAt, long figure, int scale, @Nullable BigDecimal large, int returnedOf) {
            out.number((long) nextId - id);
            out.number((long) nextProduct - product);
            out.number((long) nextFrom - from);
            out.number((long) nextTo - to);
            out.number(nextAt - at);
            if (large == null) {
                out.quantity(figure, scale);
            } else {
                out.quantity(large);
            }
            out.number(returnedOf == 0 ? 0 : (long) returnedOf - nextId);
            id = nextId;
            product = nextProduct;
            from = nextFrom;
            to = nextTo;
            at = nextAt;
        }

        byte[] bytes() {
            return out.bytes();
        }
    }

    private static final class Bytes extends ByteArrayOutputStream {

        Bytes(int size) {
            super(size);
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

        /** Without trailing zeros, the scale first. */
        void quantity(long figure, int scale) {
            long shorter = figure;
            int left = figure == 0 ? 0 : scale;
            while (left > 0 && shorter % 10 == 0) {
                shorter /= 10;
                left--;
            }
            write(left);
            number(shorter);
        }

        /** Marked where the figure has more than 63 bits. */
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
