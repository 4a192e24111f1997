import { isExternal, type CrisisResponse } from '#standards/contract.ts'
import type { Disposition, Entry } from './entry.ts'
import type { Ending, Incident } from './incident.ts'
import { entriesOfKind, type Running } from './levels.ts'
import { type Blank, blanksOf } from './rules.ts'

/** What an ending is judged by. */
export type Ended = Omit<Running, 'incident'> & {
  readonly incident: Running['incident'] &
    Pick<Incident, 'source' | 'concernId' | 'decisionId' | 'servicesCalled'>
  /** The incident it was passed on to, at another school of the district; null where it was not. */
  readonly passedOn: Pick<Incident, 'state'> | null
}

/** What is said of an ending. */
export type EndingSaid = {
  readonly ending: Ending
  readonly by: string | null
  readonly reviewerId?: string | undefined
  /** Outside the district: to whom it was handed over by phone. */
  readonly toWhom?: string | undefined
}

const elsewhere: readonly (Disposition | null)[] = [
  'with_mobile_crisis',
  'stabilization',
  'emergency_department',
  'law_enforcement',
]
const isHelp = ({ kind, what }: Entry): boolean =>
  (kind === 'response_called' && isExternal(what as CrisisResponse)) ||
  (kind === 'handed_over' && elsewhere.includes(what as Disposition))

/** Whether help from outside the school was called or took over, by the record or before it. */
export const hadHelp = ({ entries, incident }: Pick<Ended, 'entries' | 'incident'>): boolean =>
  incident.servicesCalled !== null || entries.some(isHelp)

const ranAbove = (entries: readonly Entry[], ...levels: readonly string[]): boolean =>
  entriesOfKind(entries, 'rubric_run').some(({ what }) => levels.includes(what ?? ''))

/** Whether the whole script is owed whatever the ending: a level was high, or help from outside called. */
export const isGrave = (ended: Ended): boolean => ranAbove(ended.entries, 'high') || hadHelp(ended)

/** Entries that say nothing was done: that somebody was asked, and what was said of the ending itself. */
const silent: readonly Entry['kind'][] = [
  'trained_asked',
  'ending_said',
  'ending_confirmed',
  'passed_on',
  'came_from',
]

/** Whether a mistake takes a second person: a step was recorded, or somebody else than the staff began it. */
export const takesSecond = ({ entries, incident }: Ended): boolean =>
  incident.source !== 'staff' || entries.some(({ kind }) => !silent.includes(kind))

/** What of the script is still owed by an ending: all of it but the name nobody has. */
const owedStill = (ended: Ended): Blank[] =>
  blanksOf(ended).filter((blank) => blank !== 'student_blank' && blank !== 'lead_silent')

const byKind = {
  opened_by_mistake: {
    was_danger: (ended) => isGrave(ended) || ranAbove(ended.entries, 'moderate'),
    came_from_triage: ({ incident }) => incident.concernId !== null || incident.decisionId !== null,
    second_missing: (ended, { reviewerId }) => takesSecond(ended) && reviewerId === undefined,
    second_is_you: (_, { reviewerId, by }) => reviewerId !== undefined && reviewerId === by,
  },
  never_identified: { student_known: ({ incident }) => incident.studentId !== null },
  belongs_elsewhere: {
    student_known: ({ incident }) => incident.studentId !== null,
    not_answered_there: ({ passedOn }) => passedOn?.state === 'open',
    to_whom_missing: ({ passedOn }, { toWhom }) => passedOn === null && !toWhom,
  },
} satisfies Record<Ending, Record<string, (ended: Ended, said: EndingSaid) => boolean>>
type ByKind = typeof byKind
export type ObstacleToEnding = { [E in Ending]: keyof ByKind[E] }[Ending] | 'in_a_drill'

/**
 * Everything that keeps an incident from ending so, each once. An ending is no way past the rules: somebody
 * nobody could name has the whole script but the name, and so has whatever was grave before it is another's.
 */
export function obstaclesToEnding(ended: Ended, said: EndingSaid): (ObstacleToEnding | Blank)[] {
  if (ended.incident.drillId !== null) return ['in_a_drill']
  const judges: Record<string, (ended: Ended, said: EndingSaid) => boolean> = byKind[said.ending]
  const own = Object.keys(judges).filter((name) => judges[name]?.(ended, said)) as ObstacleToEnding[]
  const isWhole =
    said.ending === 'never_identified' || (said.ending === 'belongs_elsewhere' && isGrave(ended))
  return [
    ...(ended.incident.state === 'open' ? (['lead_silent'] as const) : []),
    ...own,
    ...(isWhole ? owedStill(ended) : []),
  ]
}

type Passing = Pick<Ended, 'passedOn'> & {
  readonly incident: Pick<Incident, 'studentId' | 'drillId' | 'schoolId'>
  /** The school it is to go to; undefined where it is not known which. */
  readonly schoolId: string | undefined
}
const passing = {
  in_a_drill: ({ incident }) => incident.drillId !== null,
  student_known: ({ incident }) => incident.studentId !== null,
  passed_on_already: ({ passedOn }) => passedOn !== null,
  school_elsewhere_missing: ({ incident, schoolId }) =>
    schoolId === undefined || schoolId === incident.schoolId,
} satisfies Record<string, (passing: Passing) => boolean>
export type ObstacleToPassing = keyof typeof passing

/** Everything that keeps an incident from being passed on to another school of the district. */
export const obstaclesToPassing = (asked: Passing): ObstacleToPassing[] =>
  (Object.keys(passing) as ObstacleToPassing[]).filter((name) => passing[name](asked))

/** What the second person can find about a mistake. */
export const endingFindings = ['agreed', 'not_agreed'] as const

/** The ending that waits for the second person; undefined where none does. */
export const endingWaits = (entries: readonly Entry[]): Entry | undefined => {
  const said = entriesOfKind(entries, 'ending_said').at(-1)
  if (said === undefined || said.personId === null) return undefined
  // Ids are in the order of time: what was found after it was said is found about it.
  return entries.some(({ kind, id }) => kind === 'ending_confirmed' && id > said.id) ? undefined : said
}
