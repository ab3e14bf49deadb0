package io.pumpwatch.duty;

/** What is asked about muster and door. */
public sealed interface PremisesCommand extends DutyCommand permits MusterCommand, DoorCommand {}
