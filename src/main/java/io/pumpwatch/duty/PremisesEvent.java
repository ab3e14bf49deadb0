package io.pumpwatch.duty;

/** What happens to muster and door. */
public sealed interface PremisesEvent extends DutyEvent permits MusterEvent, DoorEvent {}
