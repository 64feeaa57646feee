package org.orderbench.demo.orm;

/**
 * An external ID's target.
 *
 * @param noupdate whether a later load in mode {@code update} leaves the record alone
 * @param commit   the number of the transaction that wrote it last
 */
public record XmlId(String model, int id, boolean noupdate, long commit) {}
