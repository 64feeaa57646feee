/**
 * Talking to an Odoo server: sign-in, transports, models and fields, and every way in which that can fail.
 *
 * <p>Decides how a call travels and what its answer or failure means in the user's words ({@link org.orderbench.odoo.OdooFailure}). It
 * may not know why a call is made: no forecast, proposal or window is visible from here.
 */
@NullMarked
package org.orderbench.odoo;

import org.jspecify.annotations.NullMarked;
