package org.orderbench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times a piece of work over several runs after a warm-up. Not for several threads. */
public final class Stopwatch {

    private Stopwatch() {}

    /**
     * What one piece of work took: sorted, one figure a run.
     *
     * @param seconds    wall time of each run, ascending
     * @param cpuSeconds CPU time of the whole process during each run, ascending
     */
    public record Timing(double[] seconds, double[] cpuSeconds) {

        public double median() {
            return seconds[seconds.length / 2];
        }

        public double cpuMedian() {
            return cpuSeconds[cpuSeconds.length / 2];
        }

        /** Shortest, median and longest wall time, for a printed table. */
        public String words() {
            return "%.3f s (%.3f to %.3f over %d runs), CPU %.3f s".formatted(median(), seconds[0], seconds[seconds.length - 1], seconds.length, cpuMedian());
        }
    }

    /** Runs the work {@code warmUps} times uncounted, then {@code runs} times counted. */
    public static Timing time(int warmUps, int runs, Callable<?> work) throws Exception {
        double[] seconds = new double[runs];
        double[] cpu = new double[runs];
        for (int i = -warmUps; i < runs; i++) {
            long start = System.nanoTime();
            long cpuStart = cpuNanos();
            work.call();
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
                cpu[i] = (cpuNanos() - cpuStart) / 1e9;
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(cpu);
        return new Timing(seconds, cpu);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The most heap that was in use at once since {@link #resetPeak}, in megabytes: the sum of the heap pools' peaks, an upper bound. */
    public static double peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    /** Starts measuring the peak anew. */
    public static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).forEach(MemoryPoolMXBean::resetPeakUsage);
    }
}
