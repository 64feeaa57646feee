/**
 * What the agent would have ordered in the past, day by day, with only what was known then, against other ways of ordering under the same vendors'
 * terms.
 *
 * <p>Pure. It may not know where the history came from or how the report is shown.
 */
@NullMarked
package org.orderbench.proposal.replay;

import org.jspecify.annotations.NullMarked;
