package io.pumpwatch.rounds;

/** What is kept of rounds, sheets, jobs and defects; each part has its own. */
public sealed interface RoundsEvent permits DefectEvent, SheetEvent, JobEvent, WorkEvent, CommissionEvent {}
