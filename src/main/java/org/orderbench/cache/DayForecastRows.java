package org.orderbench.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Receipt;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Forecast;
import org.orderbench.proposal.DayForecast;
import org.orderbench.replenish.History;
import org.orderbench.replenish.SampledDemand;

/** Kept forecasts as rows: a body of about a kilobyte, in plain binary, as fifty thousand of them are read for one plan. */
final class DayForecastRows {

    /** Of the body's form; what another wrote is forecast anew. */
    private static final int VERSION = 2;

    private static final int NONE = 0;
    private static final int AVAILABLE = 1;
    private static final int UNAVAILABLE = 2;

    private DayForecastRows() {}

    static void write(Handle handle, List<DayForecast> forecasts) {
        var batch = handle.prepareBatch(
                "merge into day_forecast (product_id, warehouse_id, company_id, made_on, on_hand, protection_days, body) key (product_id, warehouse_id) values (?, ?, ?, ?, ?, ?, ?)");
        for (DayForecast kept : forecasts) {
            batch.add(
                    kept.sku().productId(), kept.sku().warehouseId(), kept.sku().companyId(), kept.madeOn(), kept.onHand().value(), kept.protectionDays(),
                    body(kept));
        }
        batch.execute();
    }

    /** Those of a run of products that were made on a day; by product and warehouse. */
    static Map<FactsChunk.Key, DayForecast> read(Handle handle, LocalDate day, int from, int to) {
        Map<FactsChunk.Key, DayForecast> found = new HashMap<>();
        handle.select(
                        "select product_id, warehouse_id, company_id, on_hand, protection_days, body from day_forecast where product_id between ? and ? and made_on = ?",
                        from, to, day)
                .map((rs, ctx) -> kept(
                        new Sku(rs.getInt(3), rs.getInt(2), rs.getInt(1)), day, rs.getBigDecimal(4), rs.getInt(5), rs.getBytes(6)))
                .forEach(kept -> kept.ifPresent(each -> found.put(new FactsChunk.Key(each.sku().productId(), each.sku().warehouseId()), each)));
        return found;
    }

    /** What was made of these products holds no longer. */
    static void drop(Handle handle, Collection<Integer> products) {
        handle.execute("delete from day_forecast where product_id = any(?)", (Object) products.toArray(Integer[]::new));
        // A successor's forecast is made of other products' moves too.
        handle.execute("delete from day_forecast where product_id in (select product_id from predecessor)");
    }

    private static byte[] body(DayForecast kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1400);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(kept.category());
            out.writeInt(kept.unitId());
            History history = kept.history();
            out.writeBoolean(history.moved());
            out.writeBoolean(history.whole());
            out.writeInt(history.yearDays());
            out.writeDouble(history.yearSold());
            out.writeDouble(history.yearSquares());
            out.writeLong(kept.historyFrom().toEpochDay());
            out.writeInt(kept.receipts().size());
            for (Receipt receipt : kept.receipts()) {
                out.writeInt(receipt.vendorId());
                out.writeLong(receipt.ordered().toEpochDay());
                out.writeLong(receipt.promised().toEpochDay());
                out.writeLong(receipt.received().toEpochDay());
                out.writeUTF(receipt.quantity().toString());
            }
            forecast(out, kept.forecast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void forecast(DataOutputStream out, @Nullable Forecast forecast) throws IOException {
        switch (forecast) {
            case null -> out.writeByte(NONE);
            case Forecast.Unavailable unavailable -> {
                out.writeByte(UNAVAILABLE);
                out.writeUTF(unavailable.reason());
            }
            case Forecast.Available available -> {
                if (!(available.total() instanceof SampledDemand sampled)) {
                    throw new IllegalArgumentException("only a sampled forecast is kept");
                }
                out.writeByte(AVAILABLE);
                out.writeLong(available.origin().toEpochDay());
                out.writeUTF(available.method());
                out.writeDouble(available.confidence());
                out.writeInt(available.remarks().size());
                for (String remark : available.remarks()) {
                    out.writeUTF(remark);
                }
                byte[] figures = sampled.toBytes();
                out.writeInt(figures.length);
                out.write(figures);
            }
        }
    }

    private static Optional<DayForecast> kept(Sku sku, LocalDate madeOn, BigDecimal onHand, int protectionDays, byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            String category = in.readUTF();
            int unitId = in.readInt();
            History history = new History(in.readBoolean(), in.readBoolean(), in.readInt(), in.readDouble(), in.readDouble());
            LocalDate from = LocalDate.ofEpochDay(in.readLong());
            List<Receipt> receipts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                int vendor = in.readInt();
                LocalDate ordered = LocalDate.ofEpochDay(in.readLong());
                LocalDate promised = LocalDate.ofEpochDay(in.readLong());
                LocalDate received = LocalDate.ofEpochDay(in.readLong());
                receipts.add(new Receipt(vendor, sku.productId(), ordered, promised, received, new Quantity(new BigDecimal(in.readUTF()))));
            }
            return Optional.of(new DayForecast(sku, madeOn, new Quantity(onHand), category, unitId, forecast(in), protectionDays, history, from, receipts));
        } catch (IOException | IllegalArgumentException otherVersion) {
            return Optional.empty();
        }
    }

    private static @Nullable Forecast forecast(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        if (kind == NONE) {
            return null;
        }
        if (kind == UNAVAILABLE) {
            return new Forecast.Unavailable(in.readUTF());
        }
        LocalDate origin = LocalDate.ofEpochDay(in.readLong());
        String method = in.readUTF();
        double confidence = in.readDouble();
        List<String> remarks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            remarks.add(in.readUTF());
        }
        return new Forecast.Available(origin, SampledDemand.fromBytes(in.readNBytes(in.readInt())), method, confidence, remarks);
    }
}
