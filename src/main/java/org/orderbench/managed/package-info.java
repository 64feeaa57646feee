/**
 * What a company's IT has settled for every user of a computer, in a file that only an administrator can write.
 *
 * <p>Decides what the file may say and refuses a file that it doesn't understand whole. It may not know who obeys: the wiring hands its values on.
 */
@NullMarked
package org.orderbench.managed;

import org.jspecify.annotations.NullMarked;
