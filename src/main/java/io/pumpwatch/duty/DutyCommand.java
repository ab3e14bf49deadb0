package io.pumpwatch.duty;

/** What people ask of the duty book; each part of it has its own. */
public sealed interface DutyCommand
        permits PeopleCommand, ShiftCommand, AccidentCommand, PremisesCommand, HandoverCommand {}
