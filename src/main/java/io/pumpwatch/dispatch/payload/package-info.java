/** What goes over the wire: topics, payload records, their JSON, and what is refused when it comes in. */
@NullMarked
package io.pumpwatch.dispatch.payload;

import org.jspecify.annotations.NullMarked;
