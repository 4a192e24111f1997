import type { Unit } from '#access/unit.ts'
import { isLive, receiveConcern, type Source } from '#concerns/contract.ts'
import { addCalendarDays, calendarOf, dayOf, dayWords, type SchoolCalendar } from '#district/contract.ts'
import { modelInForce, obstaclesToUsing, type PublishedModel } from '#standards/contract.ts'
import { type AtSchool, eventDays, insertWarning, studentsAtSchool, warningsOf } from './event-store.ts'
import { warned } from './happenings.ts'
import { crossed, type Crossed, highNeedFactsOf } from './rules.ts'
import type { EventDays, Level } from './school-event.ts'
import { observedWords } from './words.ts'

const sourceOf: Record<Level, Source> = {
  absences: 'attendance',
  chronic_absence: 'attendance',
  incidents: 'behavior',
}

/** The longest an event counts: a window of the limits, or a school year. */
const lookedBack = 400
/** The days a concern names; the rest are on the student's page. */
const mostNamed = 12

type Around = { unit: Unit; model: PublishedModel; calendar: SchoolCalendar; on: string }

/** What a concern says: how much, of what, and the days, so that whoever reads it can look them up. */
function observed({ level, evidenceOn }: Crossed, days: EventDays, { calendar, on }: Around): string {
  const named = evidenceOn
    .slice(-mostNamed)
    .map((day) => dayWords(day, on))
    .join(', ')
  const count = evidenceOn.length
  const enrolled = highNeedFactsOf(days, { calendar, on }).attendance?.enrolledDays ?? count
  const say = observedWords()
  if (level === 'chronic_absence') return say(level, { count, enrolled, days: named })
  return say(level, { count, days: named })
}

/** Brings one crossed limit to triage: to the concern that is open about it already, or to a new one. */
async function bring(around: Around, student: AtSchool, { days, over }: { days: EventDays; over: Crossed }) {
  const { unit, model, on } = around
  const { studentId, schoolId, open } = student
  const source = sourceOf[over.level]
  const before = open[source]
  const received = {
    studentId,
    schoolId,
    source,
    observed: observed(over, days, around),
    observedOn: on,
    urgency: 'this_week' as const,
  }
  const concernId = before ?? (await receiveConcern(unit, received))
  insertWarning(unit, { studentId, schoolId, ...over }, { concernId, version: model.early_warning.version })
  unit.record('early_warning.made', { type: 'concern', id: concernId, studentId }, { level: over.level })
  return before === undefined ? 1 : 0
}

/** A sample nobody approved raises nothing at a school that is live. */
async function mayWarn({ unit, model }: Around, { schoolId }: AtSchool): Promise<boolean> {
  const facts = { live: await isLive(unit, schoolId), now: unit.now }
  return obstaclesToUsing(model.early_warning, facts).length === 0
}

/**
 * Judges students anew after something of theirs came in, and brings every limit that was crossed to triage,
 * once [R002] [R003]. Whoever is at no school is brought to nobody.
 * @returns how many concerns were raised
 */
export async function warn(unit: Unit, students: readonly string[]): Promise<number> {
  const [model, calendar] = await Promise.all([modelInForce(unit.tx, unit.now), calendarOf(unit.tx)])
  const on = dayOf(calendar, unit.now)
  const around = { unit, model, calendar, on }
  const [days, before, here] = await Promise.all([
    eventDays(unit.tx, { students, since: addCalendarDays(on, -lookedBack) }),
    warningsOf(unit.tx, students),
    studentsAtSchool(unit.tx, { students, today: on }),
  ])
  const limits = { early_warning: model.early_warning.body, high_need: model.high_need.body }
  const its = new Map(here.map((each) => [each.studentId, each]))
  let raised = 0
  for (const of of days) {
    const student = its.get(of.studentId)
    if (student === undefined) continue
    const warnedBefore = before.filter(({ studentId }) => studentId === of.studentId)
    const over = crossed({ days: of, warned: warnedBefore, limits, calendar, on })
    if (over.length === 0 || !(await mayWarn(around, student))) continue
    for (const each of over) raised += await bring(around, student, { days: of, over: each })
    await unit.tell(warned, { studentId: of.studentId, levels: over.map(({ level }) => level) })
  }
  return raised
}
