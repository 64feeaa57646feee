package org.orderbench.desktop.common;

import java.time.Instant;

/**
 * One entry of the audit trail, as the journal screen shows it.
 *
 * @param subject what it was about: a line, an order, the connection
 * @param cause   why, or what came of it
 */
public record JournalRow(long sequence, Instant at, String actor, String action, String subject, String cause) {}
