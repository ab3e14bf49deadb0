/** The only durable list: entries in a hash chain, kept in monthly segments by one keeper thread. */
@NullMarked
package io.pumpwatch.journal;

import org.jspecify.annotations.NullMarked;
