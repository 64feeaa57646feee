/**
 * The replay screen: what the agent would have ordered over the past, against other ways. It writes nothing, and knows nothing of how a replay is made.
 */
@NullMarked
package org.orderbench.desktop.replay;

import org.jspecify.annotations.NullMarked;
