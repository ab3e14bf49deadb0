/** Alarm points and their life after ISA-18.2: delays, deadband, latch, shelf, suppression, drill, load figures. */
@NullMarked
package io.pumpwatch.alarms;

import org.jspecify.annotations.NullMarked;
