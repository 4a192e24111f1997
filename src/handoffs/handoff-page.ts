import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { isMinorConsented, passedOver } from '#consent/contract.ts'
import { codeAsked, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findPacket, findReferral, mayNavigate } from '#referrals/contract.ts'
import { supportEntries, supportOwnersFor } from '#supports/contract.ts'
import { barriersOf } from './barrier-store.ts'
import { contactsOf } from './contact-store.ts'
import { correctionsOf } from './correction-store.ts'
import { finishingFacts, questionsOf } from './finishing-facts.ts'
import {
  clockOf,
  askingNow,
  howLast,
  listsOf,
  peopleOf,
  pickerOf,
  refusedBy,
  questionsNow,
  sendingOf,
  visitsOfHandoff,
} from './handoff-reading.ts'
import { obstaclesToFinishing } from './rules.ts'
import { getHandoff } from './store.ts'

/** The warm handoff of a referral: one call, one page, each part saved by itself. */
export const handoffPage = look({
  name: 'handoffs/handoff',
  by: careTeam,
  given: z.object({
    referralId: id,
    ask: codeAsked,
    offer: id.optional().catch(undefined),
  }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'referrals', 'handoffs', 'consent', 'contact_details', 'packets', 'visits'],
  },
  async see(view, { referralId, ask }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    const handoff = await getHandoff(view.tx, referral.id)
    const opened = { referral, handoff }
    const clock = await clockOf(view, opened)
    const { consents, ...sending } = await sendingOf(view, referral)
    const asked = await questionsOf(view.tx, referral, clock.today)
    const questions = questionsNow(opened, { consents, asked, now: view.now })
    const { facts } = await finishingFacts(view.tx, { referral, handoff, now: view.now })
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    return {
      referral,
      handoff,
      ...(await peopleOf(view, referral)),
      clock,
      contacts: await contactsOf(view.tx, referral.id),
      corrections: await correctionsOf(view.tx, referral.id),
      picker: referral.sentAt === null ? await pickerOf(view, clock.today) : [],
      questions,
      minorConsented: isMinorConsented(consents),
      asking: askingNow(questions, { ask, ended: handoff.state === 'ended' }),
      how: howLast(consents, referral.partnerId),
      sending,
      /** What left, exactly, once it was sent. */
      sentPacket: (await findPacket(view.tx, referral.id))?.content ?? null,
      visits: await visitsOfHandoff(view, referral),
      barriers: await barriersOf(view.tx, referral.id),
      lists: await listsOf(view),
      refusedBy: await refusedBy(view),
      missing: obstaclesToFinishing({ ...facts, missReason: handoff.missReason ?? undefined }),
      supportOwners: handoff.state === 'ended' ? await supportOwnersFor(view, referral) : [],
      supportEntries: handoff.state === 'ended' ? await supportEntries(view, referral.studentId) : [],
      mayWork: mayNavigate(view.actor, referral),
      familyContact: (await passedOver(view, referral.id))?.name ?? null,
      now: view.now,
    }
  },
})
export type HandoffData = Awaited<ReturnType<typeof handoffPage.see>>
