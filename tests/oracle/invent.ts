import { createHash } from 'node:crypto'
import { assignableRoles, sideOf } from '#access/roles.ts'
import { idAt, randomFrom } from '../riverside/large/random.ts'
import type { Assignment, District, Facts, Row } from './facts.ts'
import { linkAt } from './invent-links.ts'
import type { Shape } from './shape.ts'
import { after, before, type Dice, type Extent, type Stage, stageAt, zones } from './stage.ts'

export { type Extent, small, whole } from './stage.ts'

/** In Los Angeles it is still Tuesday, October 13; in New York it is the fourteenth. */
export const now = new Date('2026-10-14T05:30:00Z')
const days = ['2026-09-01', '2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2027-06-30']

function assignmentOf(
  stage: Stage,
  dice: Dice,
  { id, personId }: { id: string; personId: string },
): Assignment {
  const role = dice.pick(assignableRoles)
  const side = sideOf(role)
  const everySchool = side === 'school' && dice.percent(25)
  return {
    id,
    personId,
    role,
    agencyId: side === 'partner' ? dice.pick(stage.agencies).id : null,
    employedBy: null,
    studentId: side === 'family' ? dice.pick(stage.studentIds) : null,
    everySchool,
    schoolIds: side === 'school' && !everySchool ? stage.schoolIds.filter(() => dice.percent(35)) : [],
    startsOn: dice.percent(70) ? (days[0] as string) : dice.pick(days),
    endsOn: dice.percent(60) ? null : dice.pick(days),
    endedAt: dice.percent(side === 'family' ? 75 : 85) ? null : dice.pick([before, now, after]),
  }
}

type Between = { studentId: string; personId: string }
const blockOf = (stage: Stage, dice: Dice, between?: Between): District['blocks'][number] => ({
  studentId: dice.pick(stage.studentIds),
  personId: dice.pick(stage.people).id,
  ...between,
  kind: dice.pick(['custody', 'protective_order', 'conflict_of_interest', 'student_objection'] as const),
  liftedAt: dice.percent(25) ? before : null,
})

/** Some of a family are kept from the very student they act for. */
const blocksInFamilies = (stage: Stage, dice: Dice, assignments: readonly Assignment[]): District['blocks'] =>
  assignments.flatMap(({ studentId, personId }) =>
    studentId === null || dice.percent(50) ? [] : [blockOf(stage, dice, { studentId, personId })],
  )

/** Caregivers, of whom some are people: each cares, or did, for whom they act for and for somebody else. */
const caringOf = (stage: Stage, dice: Dice, assignments: readonly Assignment[]): District['caring'] =>
  stage.people.flatMap(({ id: personId, sourceId }, at) => {
    if (dice.percent(60)) return []
    const caregiver = {
      caregiverId: idAt('caregiver', at + 1),
      personId: dice.percent(60) ? personId : null,
      sourceId: dice.percent(50) ? sourceId : null,
    }
    const own = assignments.flatMap((one) => (one.personId === personId ? (one.studentId ?? []) : []))
    const students = new Set([...own, dice.pick(stage.studentIds)])
    return [...students].map((studentId) => ({
      ...caregiver,
      studentId,
      endedOn: dice.percent(30) ? (days[0] as string) : null,
    }))
  })

const hour = 3_600_000
/** Instants around the four hours: long over, over now, over in a second, begun now, not begun. */
const openedAt = [
  -24 * hour,
  -4 * hour - 1000,
  -4 * hour,
  -4 * hour + 1000,
  -2 * hour,
  -2 * hour,
  0,
  1000,
].map((from) => new Date(now.getTime() + from))

/** What somebody of the school opened: half of it by somebody who is kept away from a student. */
function openingsOf(
  stage: Stage,
  dice: Dice,
  { assignments, blocks }: Pick<District, 'assignments' | 'blocks'>,
): District['openings'] {
  return assignments.flatMap((assignment, at) => {
    if (sideOf(assignment.role) !== 'school' || dice.percent(30)) return []
    const kept = blocks.find(({ personId }) => personId === assignment.personId)
    return [0, 1].map((turn) => {
      const from = dice.pick(openedAt)
      return {
        id: idAt('event', at * 2 + turn + 1),
        assignmentId: assignment.id,
        personId: assignment.personId,
        studentId: turn === 1 && kept !== undefined ? kept.studentId : dice.pick(stage.studentIds),
        openedAt: from,
        endsAt: new Date(from.getTime() + 4 * hour),
        closedAt: dice.percent(70) ? null : dice.pick([before, now, after]),
      }
    })
  })
}

/** A row whose parts are whatever its table has room for, and nothing where the table may leave it out. */
function rowOf(
  table: string,
  shape: Shape,
  { stage, dice, mark }: { stage: Stage; dice: Dice; mark: number },
): Row {
  const column = (name: string) => shape.get(table)?.find((each) => each.name === name)
  const part = <T>(name: string, value: T): T | null => {
    const found = column(name)
    return found === undefined || (!found.required && dice.percent(20)) ? null : value
  }
  const studentId =
    table === 'student'
      ? (stage.studentIds[mark % stage.studentIds.length] as string)
      : part('student_id', dice.pick(stage.studentIds))
  return {
    table,
    mark,
    studentId,
    schoolId: part('school_id', dice.pick(stage.schoolIds)),
    agencyId: part('partner_id', dice.pick(stage.agencies).id),
    sentAt: table === 'referral' ? part('sent_at', before) : null,
    familySees: part('family_sees', dice.pick(['family', 'family', 'student', 'nobody'] as const)),
    sentTo: null,
  }
}

/** Dice for each district, and for each table of it: a new table leaves everything else as it was. */
const diceFor = (seed: number, ...about: (number | string)[]) =>
  randomFrom(
    createHash('sha256')
      .update(`${seed} ${about.join(' ')}`)
      .digest()
      .readUInt32BE(),
  )

/** Some of those at a school are lent by an agency: with it they go. */
const lentIn = (stage: Stage, dice: Dice, assignments: readonly Assignment[]): Assignment[] =>
  assignments.map((each) =>
    sideOf(each.role) === 'school' && dice.percent(20)
      ? { ...each, employedBy: dice.pick(stage.agencies).id }
      : each,
  )

/** Invents three districts, the same for the same seed. Marks count up from one, over all of them. */
export function invent(shape: Shape, { seed, extent }: { seed: number; extent: Extent }): Facts {
  let mark = 0
  const districts = zones.map((_, place): District => {
    const dice = diceFor(seed, place)
    const stage = stageAt(place, extent, dice)
    const begun = [...stage.people, ...stage.people].map(({ id: personId }, at) =>
      assignmentOf(stage, dice, { id: idAt('assignment', at + 1), personId }),
    )
    const assignments = lentIn(stage, diceFor(seed, place, 'lent'), begun)
    const rows = [...shape.keys()].flatMap((table) => {
      // One row for each student: their table has one of each.
      if (table === 'student') mark += stage.studentIds.length - (mark % stage.studentIds.length)
      const count = table === 'student' ? stage.studentIds.length : extent.rowsOfTable
      const ownDice = diceFor(seed, place, table)
      return Array.from({ length: count }, () =>
        table === 'family_link'
          ? linkAt(mark++, { ...stage, assignments, dice: ownDice })
          : rowOf(table, shape, { stage, dice: ownDice, mark: mark++ }),
      )
    })
    const blocks = [
      ...Array.from({ length: extent.people }, () => blockOf(stage, dice)),
      ...blocksInFamilies(stage, dice, assignments),
    ]
    const openings = openingsOf(stage, dice, { assignments, blocks })
    const caring = caringOf(stage, dice, assignments)
    return { ...stage, assignments, blocks, caring, openings, rows }
  })
  return { now, districts }
}
