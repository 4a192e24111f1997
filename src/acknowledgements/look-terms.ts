import { z } from 'zod'
import { look } from '#access/look.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { choice, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { goingTo } from './going-to.ts'
import { countOwing, whoOwes } from './owed-store.ts'
import { mayPublishTerms, registerReaders, termsKeepers, termsReaders, whoAcknowledges } from './policy.ts'
import { termsInForce, termsVersions } from './store.ts'
import { audienceOf, listedDays, readings } from './terms.ts'

/** What somebody keeps to in the assignment they use, and until when they acknowledged it [R141]. */
export const lookOwnTerms = look({
  name: 'acknowledgements/own-terms',
  by: whoAcknowledges,
  unacknowledged: 'own',
  given: z.object({ to: goingTo }),
  shows: 'no student',
  async see(view, { to }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const audience = audienceOf(actor.role)
    return {
      role: actor.role,
      to,
      terms: audience === undefined ? undefined : await termsInForce(tx, audience, now),
      owed: actor.owesTerms === true,
      endsOn: actor.termsEndOn,
      today: dayOf(await calendarOf(tx), now),
    }
  },
})
export type SeenOwnTerms = Awaited<ReturnType<typeof lookOwnTerms.see>>

const perPage = 50

/** Who has not acknowledged, and whose acknowledgement ends soon: who owes it first [R141]. */
export const lookOwing = look({
  name: 'acknowledgements/owing',
  by: termsReaders,
  given: z.object({ from: whole(0, 100_000).default(0).catch(0) }),
  shows: 'no student',
  async see(view, { from }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const at = { now, today, until: addCalendarDays(today, listedDays) }
    const found = await whoOwes(tx, { ...at, from, limit: perPage + 1 })
    return { ...paged(found, { from, perPage }), counts: await countOwing(tx, at), today }
  },
})
export type SeenOwing = Awaited<ReturnType<typeof lookOwing.see>>

/** Every version of what an audience acknowledges, as a document, and room for the next one. */
export const lookTermsVersions = look({
  name: 'acknowledgements/terms-versions',
  by: registerReaders,
  given: z.object({ audience: choice(readings).default('teacher').catch('teacher') }),
  shows: 'no student',
  async see(view, { audience }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const versions = await termsVersions(tx, audience)
    const inForce = await termsInForce(tx, audience, now)
    return {
      audience,
      readsOwing: (termsReaders as readonly string[]).includes(actor.role),
      versions: versions.map((each) => ({ ...each, inForceOn: dayOf(calendar, each.inForceFrom) })),
      inForceId: inForce?.id,
      mayPublish: (termsKeepers as readonly string[]).includes(actor.role) && mayPublishTerms(actor),
      today: dayOf(calendar, now),
    }
  },
})
export type SeenTermsVersions = Awaited<ReturnType<typeof lookTermsVersions.see>>
