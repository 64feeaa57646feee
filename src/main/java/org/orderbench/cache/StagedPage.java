package org.orderbench.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is kept aside for a run that may be cut: what came of one request, in bytes.
 *
 * @param ids   of the records that came
 * @param rows  what becomes rows of a table
 * @param moves what is packed by {@link MoveCodec}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StagedPage(long[] ids, List<Object[]> rows, byte[] moves) {

    /** The moves come first: landing looks for them alone. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(moves.length + ids.length * 2 + rows.size() * 64 + 16);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(moves.length);
            out.write(moves);
            out.writeInt(ids.length);
            for (long id : ids) {
                out.writeLong(id);
            }
            out.writeInt(rows.size());
            for (Object[] row : rows) {
                out.writeByte(row.length);
                for (Object value : row) {
                    write(out, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StagedPage of(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            byte[] moves = in.readNBytes(in.readInt());
            long[] ids = new long[in.readInt()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = in.readLong();
            }
            List<Object[]> rows = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                @Nullable Object[] row = new Object[in.readByte()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = read(in);
                }
                rows.add(row);
            }
            return new StagedPage(ids, rows, moves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moves of a page alone. */
    static byte[] movesOf(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(in.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Boolean flag -> out.writeByte(flag ? 't' : 'f');
            case String text -> {
                out.writeByte('s');
                bytes(out, text.getBytes(StandardCharsets.UTF_8));
            }
            case BigDecimal number -> {
                out.writeByte('n');
                out.writeInt(number.scale());
                bytes(out, number.unscaledValue().toByteArray());
            }
            case Instant time -> {
                out.writeByte('z');
                out.writeLong(time.getEpochSecond());
            }
            case LocalDate day -> {
                out.writeByte('d');
                out.writeLong(day.toEpochDay());
            }
            default -> throw new IllegalArgumentException("A row holds no " + value.getClass().getSimpleName());
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case '0' -> null;
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 't' -> true;
            case 'f' -> false;
            case 's' -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case 'n' -> {
                int scale = in.readInt();
                yield new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale);
            }
            case 'z' -> Instant.ofEpochSecond(in.readLong());
            case 'd' -> LocalDate.ofEpochDay(in.readLong());
            default -> throw new IOException("a value of no known kind");
        };
    }
}
