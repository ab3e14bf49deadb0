package io.pumpwatch.duty;

/** What the duty book keeps; each part of it has its own. */
public sealed interface DutyEvent permits PeopleEvent, ShiftEvent, AccidentEvent, PremisesEvent, HandoverEvent {}
