/** What is kept of a day at school. */
export const eventKinds = ['absence', 'incident', 'exclusion'] as const
export type EventKind = (typeof eventKinds)[number]

/** How much of a day was missed. `present` takes an earlier absence of the day back. */
export const absenceCodes = ['whole_day', 'part_of_day', 'present'] as const
export const exclusionCodes = [
  'in_school_suspension',
  'out_of_school_suspension',
  'removal',
  'expulsion',
] as const
/** What happened, as coarse as a triage needs it; a student system's own codes are kept as they are. */
export const incidentCodes = [
  'conflict',
  'harm_to_others',
  'harm_to_property',
  'substances',
  'other',
] as const

/** One day missed, one incident, one exclusion. Days are YYYY-MM-DD. */
export type SchoolEvent = {
  readonly studentId: string
  readonly kind: EventKind
  /** What it is called where it came from: the same name again is the same event. */
  readonly sourceId: string
  readonly code: string
  readonly startsOn: string
  readonly endsOn: string | null
}

/** Days on which a student missed school whole, and days of incidents, oldest first. */
export type EventDays = { readonly absentOn: readonly string[]; readonly incidentsOn: readonly string[] }

/** Which limit was crossed. */
export const levels = ['absences', 'chronic_absence', 'incidents'] as const
export type Level = (typeof levels)[number]

/** A limit that was crossed before. */
export type Warned = {
  readonly level: Level
  readonly evidenceOn: readonly string[]
  readonly madeOn: string
}
