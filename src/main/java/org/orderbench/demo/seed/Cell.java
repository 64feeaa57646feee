package org.orderbench.demo.seed;

/** One product in one warehouse while the history is played: what it has, what is coming, how it is meant to stand today. */
final class Cell {

    /** How it is meant to stand today. */
    enum Fate {
        FINE, NOW, URGENT, EXCESS
    }

    final Sku sku;
    final String warehouse;
    final int[] demand;
    final Fate fate;
    final double level;
    int stock;
    int onOrder;
    int soldOut;
    private long recent;

    /**
     * @param level a number between 0 and 1 that says how far in its fate it is
     */
    Cell(Sku sku, String warehouse, int[] demand, Fate fate, double level) {
        this.sku = sku;
        this.warehouse = warehouse;
        this.demand = demand;
        this.fate = fate;
        this.level = level;
    }

    private static final int WINDOW = 84;

    /** Counts a day into the recent mean. */
    void pass(int day) {
        recent += demand[day] - (day >= WINDOW ? demand[day - WINDOW] : 0);
    }

    /** Pieces a day over the last twelve weeks. */
    double mean(int day) {
        return day == 0 ? 0 : recent / (double) Math.min(day, WINDOW);
    }

    /** The deviation of a day's demand over the last twelve weeks. */
    double deviation() {
        int from = Math.max(0, demand.length - WINDOW);
        double mean = mean(demand.length);
        double sum = 0;
        for (int day = from; day < demand.length; day++) {
            sum += (demand[day] - mean) * (demand[day] - mean);
        }
        return Math.sqrt(sum / Math.max(1, demand.length - from));
    }

    /** Whether it is ordered on this day: what is to run short today was not ordered lately. */
    boolean mayOrder(int day) {
        boolean quiet = fate == Fate.NOW || fate == Fate.URGENT;
        return sku.vendor() != null && !(quiet && day > demand.length - sku.delay() - 25);
    }

    /** Stock and orders that the fate asks for today. */
    int target() {
        double mean = mean(demand.length);
        double cover = sku.delay() + 7.0;
        return (int) Math.round(switch (fate) {
            case NOW -> mean * cover * (0.3 + 0.55 * level);
            case URGENT -> mean * sku.delay() * 0.15 * level;
            case EXCESS -> mean * (250 + 200 * level) + 20;
            case FINE -> mean * (cover + 21) + 2.5 * deviation() * Math.sqrt(cover + 21) + 2;
        });
    }
}
