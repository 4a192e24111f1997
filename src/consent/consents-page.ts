import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type Consent, type Scope, scopes, serviceScopes } from './consent.ts'
import { consentReaders, mayRecordConsent } from './policy.ts'
import { warnFrom } from './warn-ending.ts'
import { questionsFor, standingOf } from './rules.ts'
import { consentsForReferral, endingsOf, findAsking, listGrantors } from './store.ts'

/** What an agency does by no list of an agreement: it talks with other services, and it gives care. */
const ofTheAgency: readonly Scope[] = ['care_coordination', ...serviceScopes]

/**
 * Where every question stands with one agency, in the order they are asked.
 * @param at.warnFrom a yes that ends on this day or before ends soon [R131]; nothing is marked when left out
 */
export const shelfOf = (
  consents: readonly Consent[],
  { warnFrom, ...at }: { partnerId: string; now: Date; warnFrom?: string },
) =>
  scopes.map((scope) => {
    const standing = standingOf(consents, { scope, ...at })
    if (standing.is === 'not_asked') {
      return { scope, is: standing.is, since: null, endsOn: null, endsSoon: false, consentId: null }
    }
    const { consent } = standing
    const endsSoon = standing.is === 'in_force' && warnFrom !== undefined && consent.endsOn <= warnFrom
    const { endsOn, id: consentId } = consent
    return { scope, is: standing.is, since: standing.since, endsOn, endsSoon, consentId }
  })

/** Everything a family said about one referral: what holds now, and every answer ever given [R146]. */
export const consentsPage = look({
  name: 'consent/consents',
  by: consentReaders,
  given: z.object({ referralId: id }),
  async see(view, { referralId }) {
    const asking = (await findAsking(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(coversSchool(view.actor, asking.schoolId))
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const consents = await consentsForReferral(view.tx, asking.id)
    const gate = asking.partnerId === null ? undefined : await gateOf(view.tx, asking.partnerId, today)
    const asked = gate?.agreement === undefined ? [] : [...questionsFor(gate.agreement), ...ofTheAgency]
    const shelf =
      asking.partnerId === null
        ? []
        : shelfOf(consents, {
            partnerId: asking.partnerId,
            now: view.now,
            warnFrom: await warnFrom(view, today),
          })
    view.saw({ type: 'referral', id: asking.id, studentId: asking.studentId })
    return {
      referral: asking,
      shelf: shelf.filter(({ scope, is }) => asked.includes(scope) || is !== 'not_asked'),
      history: consents.toReversed(),
      endings: await endingsOf(view.tx, asking.id),
      caregivers: await listGrantors(view.tx, asking.studentId),
      agreementEndsOn: gate?.agreement?.endsOn ?? null,
      mayRecord: mayRecordConsent(view.actor, asking) && asking.endedAt === null && asking.partnerId !== null,
      timeZone: calendar.timeZone,
      today,
      now: view.now,
    }
  },
})
export type ConsentsData = Awaited<ReturnType<typeof consentsPage.see>>
