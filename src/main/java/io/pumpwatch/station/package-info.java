/** Values that every part of the house shares. Imports java.* only; no clock, log, random or file in here. */
@NullMarked
package io.pumpwatch.station;

import org.jspecify.annotations.NullMarked;
