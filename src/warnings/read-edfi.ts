import { type Amiss, type FileRead, type Line, mostLines, twice, whyAmiss } from './read-file.ts'
import type { EventKind } from './school-event.ts'
import { type Element, readRecords, wordsAt, type XmlRecord } from './xml-records.ts'

type Read = readonly FileRead[] | { readonly amiss: readonly Amiss[] }

/** The code of a descriptor: what stands behind its namespace. */
const codeOf = (descriptor: string | undefined) => (descriptor ?? '').split('#').at(-1)?.trim() ?? ''
const studentOf = (element: Element) =>
  wordsAt(element, 'StudentReference', 'StudentIdentity', 'StudentUniqueId') ?? ''

/** How much of a day an Ed-Fi attendance category says was missed. */
const missed: Readonly<Record<string, string>> = {
  'excused absence': 'whole_day',
  'unexcused absence': 'whole_day',
  tardy: 'part_of_day',
  'early departure': 'part_of_day',
  partial: 'part_of_day',
  'in attendance': 'present',
}
/** The less of a day, the later: of several events of one day, the one that says most counts. */
const byLength = ['whole_day', 'part_of_day', 'present']

function absenceOf(record: XmlRecord): Line {
  // In later releases what describes the event stands in an element of its own, before that beside it.
  const event = record.inside.find(({ name }) => name === 'AttendanceEvent') ?? record
  const student = studentOf(record)
  const startsOn = wordsAt(event, 'EventDate') ?? ''
  const category = codeOf(wordsAt(event, 'AttendanceEventCategory'))
  const said = missed[category.toLowerCase()] ?? category
  const duration = Number(wordsAt(event, 'EventDuration') ?? '1')
  const code = said === 'whole_day' && duration < 1 ? 'part_of_day' : said
  return { line: record.line, student, sourceId: `${student} ${startsOn}`, code, startsOn, endsOn: null }
}

/** One line a day for each student: a system may say that somebody came late, then that they were away. */
function ofOneDay(lines: readonly Line[]): Line[] {
  const days = Map.groupBy(lines, ({ sourceId }) => sourceId)
  const length = ({ code }: Line) => byLength.indexOf(code)
  // What is no known category stays, and is refused as such.
  return [...days.values()].flatMap((same) => {
    const unknown = same.filter((line) => length(line) === -1)
    const [longest] = same.toSorted((one, other) => length(one) - length(other))
    return unknown.length > 0 || longest === undefined ? unknown : [longest]
  })
}

/** A code of a district in one word, as files of the other kind have them. */
const inOneWord = (code: string) => code.replaceAll(/[^A-Za-z0-9.-]+/g, '_')

const incidentOf = (element: Element) => {
  const identity = ['DisciplineIncidentReference', 'DisciplineIncidentIdentity']
  const school = [...identity, 'SchoolReference', 'SchoolIdentity', 'SchoolId']
  return `${wordsAt(element, ...school) ?? ''} ${wordsAt(element, ...identity, 'IncidentIdentifier') ?? ''}`
}
/** Whoever was hurt, or only saw it, did nothing: where a code of participation says so, it is none. */
const didIt = (record: Element) => {
  const said = ['DisciplineIncidentParticipationCode', 'StudentParticipationCode'].map((name) =>
    codeOf(wordsAt(record, name)).toLowerCase(),
  )
  return said.every((code) => code === '' || code === 'perpetrator')
}

/** Incidents by student: who took part is said apart from when it was. */
function incidentsIn(records: readonly XmlRecord[]): { lines: Line[]; amiss: Amiss[] } {
  const known = new Map(
    named(records, 'DisciplineIncident').map((each) => {
      const school = wordsAt(each, 'SchoolReference', 'SchoolIdentity', 'SchoolId') ?? ''
      const name: string = `${school} ${wordsAt(each, 'IncidentIdentifier') ?? ''}`
      return [name, each] as const
    }),
  )
  const lines = new Map<string, Line>()
  const amiss: Amiss[] = []
  const parts = named(records, ...associations).filter(didIt)
  for (const part of parts) {
    const incident = known.get(incidentOf(part))
    if (incident === undefined) amiss.push({ line: part.line, why: 'incident_missing' })
    const behavior = wordsAt(part, 'Behavior') || wordsAt(part, 'Behavior', 'Behavior')
    const code = inOneWord(codeOf(behavior ?? wordsAt(incident ?? part, 'Behavior', 'Behavior'))) || 'other'
    const student = studentOf(part)
    const sourceId = `${incidentOf(part)} ${student}`
    const startsOn = wordsAt(incident ?? part, 'IncidentDate') ?? ''
    // One student may be named with two behaviors of one incident: it is still one incident.
    if (incident !== undefined && !lines.has(sourceId))
      lines.set(sourceId, { line: part.line, student, sourceId, code, startsOn, endsOn: null })
  }
  return { lines: [...lines.values()], amiss }
}
const associations = ['StudentDisciplineIncidentBehaviorAssociation', 'StudentDisciplineIncidentAssociation']

/** Actions that keep a student out of class, the hardest first; what else a school does is none. */
const keepsOut: readonly (readonly [RegExp, string])[] = [
  [/^expulsion\b/i, 'expulsion'],
  [/^out[ -]of[ -]school suspension\b/i, 'out_of_school_suspension'],
  [/^in[ -]school suspension\b/i, 'in_school_suspension'],
  [/^removal\b/i, 'removal'],
]

function exclusionsOf(record: XmlRecord): Line[] {
  const codes = record.inside.filter(({ name }) => name === 'Discipline').map(({ words }) => codeOf(words))
  const code = keepsOut.find(([says]) => codes.some((each) => says.test(each)))?.[1]
  if (code === undefined) return []
  const student = studentOf(record)
  const startsOn = wordsAt(record, 'DisciplineDate') ?? ''
  const school = wordsAt(record, 'ResponsibilitySchoolReference', 'SchoolIdentity', 'SchoolId') ?? ''
  const action = wordsAt(record, 'DisciplineActionIdentifier') ?? ''
  const days = wordsAt(record, 'ActualDisciplineActionLength') ?? wordsAt(record, 'DisciplineActionLength')
  // Its length counts school days: only of one day is it known here when it ends.
  const endsOn = days === '1' ? startsOn : null
  const sourceId = action === '' ? '' : `${school} ${action} ${student}`
  return [{ line: record.line, student, sourceId, code, startsOn, endsOn }]
}

const named = (records: readonly XmlRecord[], ...names: readonly string[]) =>
  records.filter(({ name }) => names.includes(name))

const judged = (kind: EventKind, lines: readonly Line[]): Amiss[] => [
  ...lines.flatMap((line) => {
    const why = whyAmiss(kind, line)
    return why === undefined ? [] : [{ line: line.line, why }]
  }),
  ...twice(lines),
]

type Found = { amiss: readonly Amiss[]; parts: readonly Omit<FileRead, 'ignored'>[] }

/** The parts of a discipline interchange: what happened, and what came of it. */
function disciplineIn(records: readonly XmlRecord[]): Found {
  const incidents = incidentsIn(records)
  const exclusions = named(records, 'DisciplineAction').flatMap(exclusionsOf)
  return {
    amiss: incidents.amiss,
    parts: [
      { kind: 'incident', lines: incidents.lines },
      { kind: 'exclusion', lines: exclusions },
    ],
  }
}
const attendance = 'StudentSchoolAttendanceEvent'
const attendanceIn = (records: readonly XmlRecord[]): Found => ({
  amiss: [],
  parts: [{ kind: 'absence', lines: ofOneDay(named(records, attendance).map(absenceOf)) }],
})

/** The interchanges that are read, and the records of each. */
const interchanges: Readonly<
  Record<string, { reads: readonly string[]; partsIn(records: readonly XmlRecord[]): Found }>
> = {
  InterchangeStudentAttendance: { reads: [attendance], partsIn: attendanceIn },
  InterchangeStudentDiscipline: {
    reads: ['DisciplineIncident', 'DisciplineAction', ...associations],
    partsIn: disciplineIn,
  },
}

/**
 * Reads an Ed-Fi interchange of attendance or discipline, by the rules of every other file: nothing is taken
 * of one in which anything is amiss [R368]. Times, places, weapons and who reported it are not read.
 * @param bytes XML in UTF-8
 */
export function readEdfi(bytes: Uint8Array): Read {
  const document = readRecords(bytes, mostLines)
  if ('why' in document) return { amiss: [document] }
  const interchange = interchanges[document.root]
  const isEdfi = document.namespace.startsWith('http://ed-fi.org/')
  if (interchange === undefined || !isEdfi) return { amiss: [{ line: 1, why: 'not_edfi' }] }
  const { parts, amiss } = interchange.partsIn(document.records)
  const found = [...amiss, ...parts.flatMap(({ kind, lines }) => judged(kind, lines))]
  if (found.length > 0) return { amiss: found.toSorted((one, other) => one.line - other.line) }
  const some = parts.filter(({ lines }) => lines.length > 0)
  if (some.length === 0) return { amiss: [{ line: 1, why: 'not_edfi' }] }
  const ignored = new Set(document.records.map(({ name }) => name)).difference(new Set(interchange.reads))
  return some.map((part, at) => ({ ...part, ignored: at === 0 ? [...ignored] : [] }))
}
