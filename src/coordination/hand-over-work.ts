import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { schoolLeads } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { ableToPassTo, passConcerns } from '#concerns/contract.ts'
import { findSchool } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, listNavigators, passReferral } from '#referrals/contract.ts'
import { passTasks } from '#reviews/contract.ts'
import { passSupports } from '#supports/contract.ts'
import { findLeftWork, openReferralsOf, studentsLeft } from './left-work-store.ts'
import { handingWords } from './words.ts'

/** Who gives the work of somebody who left to somebody else. */
export const workGivers = ['designated_lead', ...schoolLeads] as const

/** What somebody left at a school: of every student, or of some. */
type Left = { personId: string; schoolId: string; students: readonly string[] | null }
type Takers = { toId?: string | undefined; concernsToId?: string | undefined }

const holds = (people: readonly { id: string }[], personId: string | undefined): boolean =>
  personId === undefined || people.some((each) => each.id === personId)

/** The students whose work they would get: nobody who is kept from one of them takes it. */
async function studentsOf({ tx, actor, now }: Unit, { personId, schoolId }: Left): Promise<string[]> {
  const work = await findLeftWork(tx, actor, { now, limit: 1000 })
  return work
    .filter((each) => each.personId === personId && each.schoolId === schoolId)
    .flatMap(({ studentId }) => studentId ?? [])
}

/** Whether whoever was chosen for each part may hold it at the school. */
async function areAble(unit: Unit, { personId: from, ...left }: Left, { toId, concernsToId }: Takers) {
  const { tx, now } = unit
  const about = toId === undefined ? [] : await studentsOf(unit, { personId: from, ...left })
  if (!holds(await listNavigators(tx, { schoolId: left.schoolId, about, now }), toId)) return false
  return concernsToId === undefined || holds(await ableToPassTo(unit, { from, ...left }), concernsToId)
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
async function passOn(unit: Unit, left: Left, { toId: to, concernsToId }: Takers) {
  const { personId: from, schoolId, students } = left
  const passing = { from, schoolId, students }
  return {
    referrals: to === undefined ? 0 : await passReferrals(unit, left, to),
    supports: to === undefined ? 0 : await passSupports(unit, { ...passing, to }),
    tasks: to === undefined ? 0 : await passTasks(unit, { ...passing, to }),
    concerns: concernsToId === undefined ? 0 : await passConcerns(unit, passing, concernsToId),
  }
}

/**
 * What somebody left at a school goes to somebody who works there: every open referral, support and task of
 * a review to one who can own them, every concern they took up to one who decides there. Each keeps its
 * dates and what is owed and leaves its own trace, and whoever has it now is told.
 */
export const handOverWork = act({
  name: 'coordination/hand-over-work',
  by: workGivers,
  given: z.object({ personId: id, schoolId: id, toId: id.optional(), concernsToId: id.optional() }),
  refusals: handingWords,
  async do(unit, { personId, schoolId, toId, concernsToId }) {
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    if (!coversSchool(unit.actor, school.id)) return notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(true, subject)
    const students = await studentsLeft(unit.tx, { personId, schoolId, now: unit.now })
    const left = { personId, schoolId, students }
    const takers = { toId, concernsToId }
    const because = [
      ...(students?.length === 0 ? (['works_here'] as const) : []),
      ...(toId === undefined && concernsToId === undefined ? (['nobody_chosen'] as const) : []),
      ...((await areAble(unit, left, takers)) ? [] : (['not_able'] as const)),
    ]
    if (because.length > 0) return refused(because)

    const counts = await passOn(unit, left, takers)
    if (Object.values(counts).every((count) => count === 0)) return refused(['nothing_left'])
    const to = [...new Set([toId, concernsToId])].filter((each) => each !== undefined)
    unit.record('work.handed_over', subject, { to, ...counts })
    return done({ personId, ...counts })
  },
})
