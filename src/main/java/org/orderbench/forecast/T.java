package org.orderbench.forecast;
final class T {
    static final double SHIFT = Double.parseDouble(System.getProperty("shift", "0"));
    static final double CENTRE = Double.parseDouble(System.getProperty("centre", "1"));
    static final double OWNC = Double.parseDouble(System.getProperty("ownc", "1"));
    static final double DRAWN = p("drawn", 0.3);
    static final double OWN = p("own", 1);
    static double p(String n, double d) { return Double.parseDouble(System.getProperty(n, "" + d)); }
}
