import type { EnrolmentRow } from './assembled.ts'
import type { Held, Person, Span } from './assembly-people.ts'
import type { EnrollmentRow } from './oneroster.ts'

/** Adds one class row to the days a student has at a school. */
export function addClassDays(person: Person, school: string, row: EnrollmentRow): void {
  let days = person.classDays.find((one) => one.school === school)
  if (days === undefined) person.classDays = [...person.classDays, (days = { school })]
  const kind = row.status === 'active' ? 'active' : 'withdrawn'
  days[kind] = widen(days[kind], row)
}

/** From the first beginning to the last end; open as soon as one row has no end. */
function widen(span: Span | undefined, { beginDate, endDate }: EnrollmentRow): Span {
  if (span === undefined) return { beganOn: beginDate, endedOn: endDate, open: endDate === undefined }
  return {
    beganOn: earliest(span.beganOn, beginDate),
    endedOn: latest(span.endedOn, endDate),
    open: span.open || endDate === undefined,
  }
}

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a
const latest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

/**
 * One row per school for a student. A role at the school is the membership; class rows lend it a beginning it
 * does not state, and stand alone only for a school where the student holds no role.
 *
 * @param whole whether all memberships are here, so that the primary school can be told
 */
export function enrolmentsOf(person: Person, whole: boolean): EnrolmentRow[] {
  const left = person.user?.status === 'tobedeleted'
  const bySchool = new Map<string, EnrolmentRow>()
  for (const [school, held] of memberships(person)) {
    const active = person.classDays.find((days) => days.school === school)?.active
    bySchool.set(school, {
      studentSourcedId: person.sourcedId,
      schoolSourcedId: school,
      beganOn: held.beganOn ?? active?.beganOn,
      endedOn: held.endedOn,
      primary: undefined,
      ended: held.ended,
      statedBy: 'membership',
    })
  }
  for (const { school, active, withdrawn } of person.classDays) {
    const span = active ?? withdrawn
    if (span === undefined || bySchool.has(school)) continue
    bySchool.set(school, {
      studentSourcedId: person.sourcedId,
      schoolSourcedId: school,
      beganOn: span.beganOn,
      endedOn: span.open ? undefined : span.endedOn,
      primary: undefined,
      ended: left || active === undefined,
      statedBy: 'class',
    })
  }
  return withPrimary([...bySchool.values()], person.user?.primaryOrgSourcedId, whole)
}

/** The role that counts at each school: one that goes on before one that ended, then the first listed. */
function memberships(person: Person): Map<string, Held> {
  const counting = new Map<string, Held>()
  for (const held of person.held) {
    if (held.role !== 'student' || held.school === undefined) continue
    const before = counting.get(held.school)
    if (before === undefined || lasts(held) > lasts(before)) counting.set(held.school, held)
  }
  return counting
}

/** Sorts as text: withdrawn first, then by the last day, an open end after every day. */
const lasts = ({ ended, endedOn }: { ended: boolean; endedOn: string | undefined }): string =>
  ended ? '' : (endedOn ?? 'open')

function withPrimary(rows: EnrolmentRow[], stated: string | undefined, whole: boolean): EnrolmentRow[] {
  const going = rows.filter((row) => !row.ended)
  const named = going.find((row) => row.schoolSourcedId === stated)
  if (named === undefined && !whole) return rows
  const rank = (row: EnrolmentRow): string => `${row.statedBy === 'membership' ? 1 : 0} ${lasts(row)}`
  const primary =
    named ??
    going.reduce<EnrolmentRow | undefined>(
      (best, row) => (best === undefined || rank(row) > rank(best) ? row : best),
      undefined,
    )
  return rows.map((row) => ({ ...row, primary: row === primary }))
}
