import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { ableToPassTo } from '#concerns/contract.ts'
import { improversAt } from '#debriefs/contract.ts'
import { accessEnders } from '#district/contract.ts'
import type { Role } from '#access/roles.ts'
import { listNavigators } from '#referrals/contract.ts'
import { workGivers } from './hand-over-work.ts'
import { findLeftWork, type LeftWork, studentsLeft } from './left-work-store.ts'

/** Most pieces of work on one page: what is handed over makes room for the rest. */
const most = 200

/** Of which class each piece of work is; of concerns and improvements it is shown how many there are. */
const classOfLeft = { referral: 'referrals', support: 'supports', task: 'referrals' } as const

/** Of the rest it is said how much there is, and not of whom. */
const isNamed = (row: LeftWork): row is LeftWork & { kind: keyof typeof classOfLeft } =>
  row.kind in classOfLeft

/** What one person left at one school, with who may take it over. */
async function groupOf(view: Viewing, rows: readonly LeftWork[], mayGive: boolean) {
  const { tx, now } = view
  const [{ personId, personName, schoolId, schoolName } = rows[0] as LeftWork] = rows
  const count = (kind: LeftWork['kind']) => rows.filter((row) => row.kind === kind).length
  const concerns = count('concern')
  const students = mayGive ? await studentsLeft(tx, { personId, schoolId, now }) : []
  const left = { from: personId, schoolId, students }
  const improvements = count('improvement')
  const ownedOf = (wanted: (row: LeftWork) => boolean) =>
    rows.filter(wanted).flatMap(({ studentId }) => studentId ?? [])
  const isImprovement = ({ kind }: LeftWork) => kind === 'improvement'
  return {
    personId,
    personName,
    schoolId,
    schoolName,
    referrals: count('referral'),
    supports: count('support'),
    tasks: count('task'),
    concerns,
    improvements,
    rows: mayGive ? rows.filter(isNamed) : [],
    able: mayGive
      ? await listNavigators(tx, { schoolId, about: ownedOf((row) => !isImprovement(row)), now })
      : [],
    improvers:
      improvements > 0 && mayGive
        ? (await improversAt(view, { schoolId, about: ownedOf(isImprovement) })).map(
            ({ id, name, role }) => ({ id, name, role }),
          )
        : [],
    deciders: concerns > 0 && mayGive ? await ableToPassTo(view, left) : [],
  }
}

/**
 * Open work of people whose assignment at its school has ended, who are kept from its student, or who are
 * away with nobody there to stand in. Leads of the school see it with the students and hand it over; of
 * concerns they see how many, for triage staff read those. Whoever ends access sees how much waits, and no
 * student.
 */
export const lookLeftWork = look({
  name: 'coordination/left-work',
  by: [...workGivers, ...accessEnders],
  given: z.object({}),
  shows: { for: 'coordination', parts: ['identity', 'referrals', 'supports'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const mayGive = (workGivers as readonly Role[]).includes(actor.role) && view.knows('identity')
    const found = await findLeftWork(tx, actor, { now, limit: most + 1 })
    const shown = found
      .slice(0, most)
      .filter((row) => !mayGive || !isNamed(row) || view.knows(classOfLeft[row.kind]))
    const studentIds = [...new Set(shown.flatMap(({ studentId }) => studentId ?? []))]
    if (mayGive) view.saw({ type: 'left_work', id: null, studentIds })
    else view.sawNoStudent()
    const groups = Map.groupBy(shown, ({ personId, schoolId }) => `${personId} ${schoolId}`)
    const left = []
    for (const rows of groups.values()) left.push(await groupOf(view, rows, mayGive))
    return { left, mayGive, more: found.length > most }
  },
})
export type SeenLeftWork = Awaited<ReturnType<typeof lookLeftWork.see>>
