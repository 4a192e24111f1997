import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { schoolLeads } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { ableToPassTo, passConcerns } from '#concerns/contract.ts'
import { improversAt, passImprovements } from '#debriefs/contract.ts'
import { findSchool } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, listNavigators, passReferral } from '#referrals/contract.ts'
import { passTasks } from '#reviews/contract.ts'
import { passSupports } from '#supports/contract.ts'
import { findLeftWork, type LeftWork, openReferralsOf, studentsLeft } from './left-work-store.ts'
import { handingWords } from './words.ts'

/** Who gives the work of somebody who left to somebody else. */
export const workGivers = ['designated_lead', ...schoolLeads] as const

/** What somebody left at a school: of every student, or of some. */
type Left = { personId: string; schoolId: string; students: readonly string[] | null }
type Takers = Partial<Record<'toId' | 'concernsToId' | 'improvementsToId', string>>

const holds = (people: readonly { id: string }[], personId: string | undefined): boolean =>
  personId === undefined || people.some((each) => each.id === personId)

/** The students whose work they would get: nobody who is kept from one of them takes it. */
async function studentsOf(
  { tx, actor, now }: Unit,
  { personId, schoolId }: Left,
  wanted: (kind: LeftWork['kind']) => boolean,
): Promise<string[]> {
  const work = await findLeftWork(tx, actor, { now, limit: 1000 })
  return work
    .filter((each) => each.personId === personId && each.schoolId === schoolId && wanted(each.kind))
    .flatMap(({ studentId }) => studentId ?? [])
}

/** Who was chosen, without the parts for which nobody was. */
const takersOf = (chosen: { [Part in keyof Takers]?: string | undefined }): Takers =>
  Object.fromEntries(Object.entries(chosen).filter(([, personId]) => personId !== undefined))

const isImprovement = (kind: LeftWork['kind']) => kind === 'improvement'

/** Whether whoever was chosen for each part may hold it at the school. */
async function areAble(unit: Unit, { personId: from, ...left }: Left, takers: Takers) {
  const { tx, now } = unit
  const { toId, concernsToId, improvementsToId } = takers
  const { schoolId } = left
  const about = async (wanted: (kind: LeftWork['kind']) => boolean) =>
    studentsOf(unit, { personId: from, ...left }, wanted)
  const can = [
    toId === undefined ||
      holds(
        await listNavigators(tx, { schoolId, about: await about((kind) => !isImprovement(kind)), now }),
        toId,
      ),
    concernsToId === undefined || holds(await ableToPassTo(unit, { from, ...left }), concernsToId),
    improvementsToId === undefined ||
      holds(await improversAt(unit, { schoolId, about: await about(isImprovement) }), improvementsToId),
  ]
  return can.every(Boolean)
}

/** Every open referral goes to a new owner, who is told. @returns how many */
async function passReferrals(unit: Unit, left: Left, to: string): Promise<number> {
  const referrals = await openReferralsOf(unit.tx, left)
  for (const referralId of referrals) {
    await passReferral(unit, (await holdReferral(unit, referralId)) ?? notFound(), to)
  }
  return referrals.length
}

/** Gives everything of it to whoever was chosen for each part. @returns how much of each */
async function passOn(unit: Unit, left: Left, { toId: to, concernsToId, improvementsToId }: Takers) {
  const { personId: from, schoolId, students } = left
  const passing = { from, schoolId, students }
  return {
    referrals: to === undefined ? 0 : await passReferrals(unit, left, to),
    supports: to === undefined ? 0 : await passSupports(unit, { ...passing, to }),
    tasks: to === undefined ? 0 : await passTasks(unit, { ...passing, to }),
    improvements:
      improvementsToId === undefined ? 0 : await passImprovements(unit, { ...passing, to: improvementsToId }),
    concerns: concernsToId === undefined ? 0 : await passConcerns(unit, passing, concernsToId),
  }
}

/**
 * What somebody left at a school goes to somebody who works there: every open referral, support and task of
 * a review to one who can own them, every improvement to one who follows incidents, every concern they took
 * up to one who decides there. Each keeps its dates and what is owed and leaves its own trace, and whoever
 * has it now is told.
 */
export const handOverWork = act({
  name: 'coordination/hand-over-work',
  by: workGivers,
  given: z.object({
    personId: id,
    schoolId: id,
    toId: id.optional(),
    concernsToId: id.optional(),
    improvementsToId: id.optional(),
  }),
  refusals: handingWords,
  async do(unit, { personId, schoolId, ...chosen }) {
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    if (!coversSchool(unit.actor, school.id)) return notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(true, subject)
    const students = await studentsLeft(unit.tx, { personId, schoolId, now: unit.now })
    const left = { personId, schoolId, students }
    const takers = takersOf(chosen)
    const because = [
      ...(students?.length === 0 ? (['works_here'] as const) : []),
      ...(Object.keys(takers).length === 0 ? (['nobody_chosen'] as const) : []),
      ...((await areAble(unit, left, takers)) ? [] : (['not_able'] as const)),
    ]
    if (because.length > 0) return refused(because)

    const counts = await passOn(unit, left, takers)
    if (Object.values(counts).every((count) => count === 0)) return refused(['nothing_left'])
    const to = [...new Set(Object.values(takers))]
    unit.record('work.handed_over', subject, { to, ...counts })
    return done({ personId, ...counts })
  },
})
