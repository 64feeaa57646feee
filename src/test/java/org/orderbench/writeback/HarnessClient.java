package org.orderbench.writeback;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** A buyer's laptop in the fault harness: behind a proxy that spoils its calls, with a clock that jumps and a process that dies. */
final class HarnessClient implements AutoCloseable {

    private final JumpingClock clock = new JumpingClock();
    private final FaultProxy proxy;
    private final LiveBench bench;
    private int deaths;

    HarnessClient(LiveOdoo odoo) throws IOException {
        this.proxy = new FaultProxy(odoo.settings.address());
        this.bench = FaultHarnessTest.bench(odoo, proxy.url(), clock);
    }

    LiveBench bench() {
        return bench;
    }

    FaultProxy proxy() {
        return proxy;
    }

    int deaths() {
        return deaths;
    }

    /** One push in bad weather: calls are spoilt, the clock may be anywhere within some days, and the process may die at any point and start again. */
    void pushInBadWeather(Random random) {
        clock.jump(random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(6 * 24 * 60) - 3 * 24 * 60) : Duration.ZERO);
        proxy.disturb(random.nextInt(4) == 0 ? 60 : 15, new Random(random.nextLong()));
        Points points = random.nextInt(4) == 0 ? Points.crashAt(1 + random.nextInt(40)) : Points.crashAt(0);
        PurchaseGateway gateway = points.around(PurchaseGateway.class, bench.odoo);
        OutboxStore store = points.around(OutboxStore.class, bench.store);
        try {
            new Pusher(gateway, store, bench.sender(gateway, store), order -> null, random.nextBoolean() ? 4 : 1).push();
        } catch (Points.Crash dead) {
            deaths++;
        } finally {
            proxy.calm();
        }
    }

    /** A push without trouble. */
    void push() {
        clock.jump(Duration.ZERO);
        bench.pusher.push();
    }

    @Override
    public void close() throws IOException {
        bench.close();
        proxy.close();
    }
}
