import { careTeam, type Role } from '#access/roles.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import type { DataClass } from '#database/classes.ts'
import type { Asker } from '../open-house.ts'
import type { Standing } from '../standing.ts'
import type { Change } from './changes.ts'

/**
 * Whether somebody in a role may know a class for anything at all: the matrix says so, and is drawn in
 * docs.
 */
const knows = (role: Role | 'nobody', name: DataClass): boolean =>
  role !== 'nobody' && (shippedCells[role]?.[name]?.for ?? []).length > 0

/** What decides by itself what somebody reaches: to them it is no hidden fact that it changed. */
const deciding = ['access_block', 'record_opening', 'record_opening_end', 'guardianship', 'family_sign_in']

/** What a row says of who asks: that it is of them, or that they wrote, hold or were told it. */
const names = ({ row }: Change, who: Standing): boolean =>
  who.personId !== null && Object.values(row).includes(who.personId)

const ofSchool = ({ row }: Change, schoolsOfStudent: readonly string[], who: Standing): boolean => {
  if (who.everySchool || who.opened.has(String(row['student_id'] ?? row['id']))) return true
  const own = row['school_id']
  const schools = typeof own === 'string' ? [own, ...schoolsOfStudent] : schoolsOfStudent
  return schools.some((school) => who.schoolIds.has(school))
}

/**
 * A family: of its own student, the classes it is told of, unless the record says that it does not
 * read it.
 */
function inFamily({ row, classes, table, says }: Change, who: Standing): boolean {
  if ((row['student_id'] ?? row['id']) !== who.studentId) return false
  if (deciding.includes(table)) return true
  if (row['family_sees'] === 'nobody' || (row['family_sees'] === 'student' && who.role !== 'student'))
    return false
  // A family has a plan of what goes on, and none of what has ended.
  if (says.startsWith('referral.ended_at ')) return knows(who.role, 'handoffs')
  return classes.some((name) => name === 'protected_care' || knows(who.role, name))
}

/** The care team is told whom nobody may contact; not why, nor by which order. */
const isToldNotToContact = ({ table, kind }: Change, { role }: Standing): boolean =>
  table === 'access_block' && kind === 'row' && (careTeam as readonly (Role | 'nobody')[]).includes(role)

/**
 * Whether somebody may know that a fact is otherwise. Where it is not certain they count as though
 * they might: whoever is left may certainly not.
 * @param schools every school where something of the student lies
 */
export function mayTell(change: Change, who: Standing, schools: readonly string[]): boolean {
  const studentId = String(change.row['student_id'] ?? change.row['id'])
  const decides = deciding.includes(change.table) && names(change, who)
  if (who.side === 'nobody') return false
  if (who.keptFrom.has(studentId)) return decides
  if (who.side === 'family') return inFamily(change, who)
  if (who.side === 'agency')
    return change.row['partner_id'] === who.partnerId || change.cascades.includes(who.partnerId ?? '')
  if (decides || names(change, who)) return true
  if (isToldNotToContact(change, who)) return ofSchool(change, schools, who)
  return ofSchool(change, schools, who) && change.classes.some((name) => knows(who.role, name))
}

/** Whoever asks, by what they may not know: those for whom the same is hidden are asked about it together. */
export function hiddenFrom(
  changes: readonly Change[],
  standing: ReadonlyMap<Asker, Standing>,
  schools: readonly string[],
): { askers: Asker[]; hidden: Change[] }[] {
  const groups = new Map<string, { askers: Asker[]; hidden: Change[] }>()
  for (const [asker, who] of standing) {
    const hidden = changes.filter((change) => !mayTell(change, who, schools))
    const key = hidden.map((change) => changes.indexOf(change)).join(' ')
    const group = groups.get(key) ?? { askers: [], hidden }
    group.askers.push(asker)
    groups.set(key, group)
  }
  return [...groups.values()].filter(({ hidden }) => hidden.length > 0)
}
