import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { mayOpenIncident } from '#crisis/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choosablePartners, findReferral } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { supportEntries, supportOwnersFor } from '#supports/contract.ts'
import { latestAgain } from './again.ts'
import { toldOf } from './alert-store.ts'
import { risenFrom } from './crisis-store.ts'
import { entriesOf } from './entry-store.ts'
import type { Escalation } from './escalation.ts'
import { escalationReaders, mayLead } from './policy.ts'
import { connectionOf, missingOf } from './rules.ts'
import { chainOf, findEscalation } from './store.ts'
import { isStudentAlone } from './student-alone.ts'

/** What a lead chooses from: asked only for whoever may decide. */
async function choicesFor(view: Viewing, { studentId, schoolId }: Escalation) {
  const { tx, now } = view
  const model = await modelInForce(tx, now)
  const inWords = (list: 'barrier' | 'decline') =>
    choicesOf(model.reasons.body, list).map(({ code, label }) => ({ value: code, label: label.en }))
  return {
    barriers: inWords('barrier'),
    reasons: inWords('decline'),
    partners: (await choosablePartners(view)).filter(({ unavailable }) => unavailable.length === 0),
    // Whoever may not know of support at school decides on another way.
    support: view.knows('supports')
      ? {
          owners: await supportOwnersFor(view, { studentId, schoolId }),
          entries: await supportEntries({ tx, now }, studentId),
        }
      : undefined,
  }
}

/** The referrals of the chain, as far as a page names them. */
async function referralsOf(view: Viewing, chain: readonly { id: string }[]) {
  const found = await Promise.all(chain.map(({ id: each }) => findReferral(view.tx, view.actor, each)))
  return found.filter((each) => each !== undefined)
}

/** The crises started from it, and which the reader may open; nothing for who may not know. */
async function risenFor(view: Viewing, escalationId: string) {
  const risen = view.knows('crisis') ? await risenFrom(view.tx, escalationId) : []
  return Promise.all(
    risen.map(async (each) => ({ ...each, opens: await mayOpenIncident(view, each.incidentId) })),
  )
}

/** One stalled loop: why it stalled, who was told, what was found out, and what is still to be done. */
export const lookEscalation = look({
  name: 'escalations/escalation',
  by: escalationReaders,
  given: z.object({ escalationId: id }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['supports', 'handoffs', 'crisis'] },
  async see(view, { escalationId }) {
    const { tx, actor, now } = view
    const escalation = (await findEscalation(tx, actor, escalationId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'escalation', id: escalation.id, studentId: escalation.studentId })
    const [entries, told, chain, names] = await Promise.all([
      entriesOf(tx, escalation.id),
      toldOf(tx, escalation.id),
      chainOf(tx, escalation.referralId),
      studentNames(tx, [escalation.studentId]),
    ])
    const referrals = await referralsOf(view, chain)
    const alone = await isStudentAlone(tx, escalation)
    const mayMove = mayLead(actor, escalation) && escalation.state !== 'closed'
    const barrier = choicesOf((await modelInForce(tx, now)).reasons.body, 'barrier')
    return {
      escalation,
      studentName: names.get(escalation.studentId) ?? '',
      // What stands in the way of a family is for whoever may know of its handoff.
      entries: view.knows('handoffs')
        ? entries
        : entries.map((entry) => ({ ...entry, barriers: null, words: null })),
      told,
      referrals,
      risen: await risenFor(view, escalation.id),
      missing: missingOf(entries),
      /** The student agreed to the care alone: no caregiver is contacted about it. */
      alone,
      connection: connectionOf(escalation, chain),
      isTaker: escalation.takenBy === actor.personId,
      /** Whether the pages of referral and support are this reader's to open. */
      opensCare: (careTeam as readonly Role[]).includes(actor.role),
      choices: mayMove ? await choicesFor(view, escalation) : undefined,
      /** The last day on which it may be looked at again. */
      latest: await latestAgain(view, escalation, chain),
      barrierWords: new Map(barrier.map(({ code, label }) => [code, label.en])),
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenOne = Awaited<ReturnType<typeof lookEscalation.see>>
