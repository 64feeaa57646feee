/**
 * Hands the unattended round to the system's own scheduler: Task Scheduler, launchd or a systemd timer of the user. Decides when and how the program
 * is called; it never runs a round, and no secret stands in what it writes.
 */
@NullMarked
package org.orderbench.schedule;

import org.jspecify.annotations.NullMarked;
