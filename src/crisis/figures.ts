import { isSmall } from '#platform/small-counts.ts'
import type { HelpTimes } from './help-times.ts'
import { type IncidentSource, incidentSources, type Ending, endings } from './incident.ts'
import { type KnownBy, waysKnown } from './known-by.ts'
import { repeatOf } from './repeat.ts'

/** One incident, as far as it has to be known to count it. */
export type Counted = {
  readonly schoolId: string
  readonly schoolName: string
  readonly source: IncidentSource
  readonly onPremises: boolean | null
  readonly knownBy: KnownBy | null
  /** How it ended where it was no crisis of a student of the school. */
  readonly endedAs: Ending | null
  /** YYYY-MM-DD. */
  readonly beganOn: string
  /** When earlier crises of the same student began. */
  readonly earlierOn: readonly string[]
}

/** Which incidents are looked at: all, or by where they happened [R107]. */
export const premises = ['all', 'on', 'off', 'unknown'] as const
export type Premises = (typeof premises)[number]

const answers: Record<Exclude<Premises, 'all'>, boolean | null> = { on: true, off: false, unknown: null }

/** Those that happened there. */
export const thoseAt = <I extends Pick<Counted, 'onPremises'>>(some: readonly I[], where: Premises): I[] =>
  some.filter(({ onPremises }) => where === 'all' || onPremises === answers[where])

/** What some incidents come to: where they were, and how many were repeats [R107, R110]. */
export type IncidentFigures = {
  readonly began: number
  readonly on: number
  readonly off: number
  readonly unknown: number
  readonly repeats: number
}

/** The same incidents by who opened the record, and by how they became known [R107]. */
export type IncidentBeginnings = {
  readonly by: Readonly<Record<IncidentSource, number>>
  readonly known: Readonly<Record<KnownBy | 'unsaid', number>>
}

/** Those that were a crisis here: no mistake, and no other school's. Somebody without a name was in one. */
export const crisesOf = <I extends Pick<Counted, 'endedAs'>>(some: readonly I[]): I[] =>
  some.filter(({ endedAs }) => endedAs === null || endedAs === 'never_identified')

/** How many ended otherwise than as a crisis of a student of the school, each told apart. */
export const countedApart = (some: readonly Pick<Counted, 'endedAs'>[]): Record<Ending, number> =>
  Object.fromEntries(
    endings.map((ending) => [ending, some.filter(({ endedAs }) => endedAs === ending).length]),
  ) as Record<Ending, number>

/** Counts incidents that were a crisis here. A repeat lies within so many calendar days of the one before. */
export function figuresOf(every: readonly Counted[], withinDays: number): IncidentFigures {
  const some = crisesOf(every)
  const count = (which: (each: Counted) => boolean) => some.filter(which).length
  return {
    began: some.length,
    on: count(({ onPremises }) => onPremises === true),
    off: count(({ onPremises }) => onPremises === false),
    unknown: count(({ onPremises }) => onPremises === null),
    repeats: count((each) => repeatOf(each, withinDays) !== undefined),
  }
}

const tally = <C extends string>(codes: readonly C[], count: (code: C) => number) =>
  Object.fromEntries(codes.map((code) => [code, count(code)])) as Record<C, number>

/** How incidents began that were a crisis here: each once in either list. */
export function beginningsOf(every: readonly Counted[]): IncidentBeginnings {
  const some = crisesOf(every)
  const ways = [...waysKnown, 'unsaid'] as const
  return {
    by: tally(incidentSources, (source) => some.filter((each) => each.source === source).length),
    known: tally(ways, (way) => some.filter(({ knownBy }) => (knownBy ?? 'unsaid') === way).length),
  }
}

export type SchoolFigures = IncidentFigures & { readonly schoolId: string; readonly schoolName: string }

/** The same for each school where one began, the most first. */
export const figuresBySchool = (some: readonly Counted[], withinDays: number): SchoolFigures[] =>
  [...Map.groupBy(crisesOf(some), ({ schoolId }) => schoolId)]
    .map(([schoolId, of]) => ({
      schoolId,
      schoolName: of[0]?.schoolName ?? '',
      ...figuresOf(of, withinDays),
    }))
    .toSorted((one, other) => other.began - one.began || one.schoolName.localeCompare(other.schoolName))

const parts = (counts: IncidentFigures) => [
  counts.began,
  counts.on,
  counts.off,
  counts.unknown,
  counts.repeats,
  counts.began - counts.repeats,
]

/** Whether how many asked for help may be read by somebody who reads no request. */
export const isTellable = ({ asked, waiting }: Pick<HelpTimes, 'asked' | 'waiting'>): boolean =>
  ![asked, waiting, asked - waiting].some(isSmall)

/** Whether figures say of nobody who they are about, read by somebody who reads no record. */
export const tellsNobody = (figures: IncidentFigures): boolean => !parts(figures).some(isSmall)

/**
 * Whether whoever reads no record may read the figures of some place. Those of all places only where those of
 * each are told: what is held back of one would follow from all less the others.
 */
export const tellsNobodyAt = (every: readonly Counted[], where: Premises, withinDays: number): boolean =>
  (where === 'all' ? premises : [where])
    .map((each) => thoseAt(every, each))
    .every(
      (some) =>
        tellsNobody(figuresOf(some, withinDays)) && figuresBySchool(some, withinDays).every(tellsNobody),
    )

/**
 * Whether they may read one of the two lists of how incidents of some place began: where the figures are
 * told, and no line of it is small; of all places where that is so of each of them.
 */
export const tellsBeginningsAt = (
  list: keyof IncidentBeginnings,
  { every, where, withinDays }: { every: readonly Counted[]; where: Premises; withinDays: number },
): boolean =>
  tellsNobodyAt(every, where, withinDays) &&
  (where === 'all' ? premises : [where])
    .map((each) => beginningsOf(thoseAt(every, each))[list])
    .every((lines) => !Object.values(lines).some(isSmall))
