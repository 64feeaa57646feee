/**
 * What leaves this computer when somebody asks for help: logs and facts about the installation, without a secret in them. It knows files and text only.
 */
@NullMarked
package org.orderbench.support;

import org.jspecify.annotations.NullMarked;
