/** The receiving side: what a dispatch seat sees, checks, confirms and asks for, of any number of stations. */
@NullMarked
package io.pumpwatch.dispatch.desk;

import org.jspecify.annotations.NullMarked;
