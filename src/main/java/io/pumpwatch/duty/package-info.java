/** People: who they are, who is on duty, accidents. Grows to the whole duty book. */
@NullMarked
package io.pumpwatch.duty;

import org.jspecify.annotations.NullMarked;
