package io.pumpwatch.rounds;

/** What people ask of rounds, sheets, jobs and defects; each part has its own. */
public sealed interface RoundsCommand permits DefectCommand, SheetCommand, JobCommand, WorkCommand, CommissionCommand {}
