import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { linksOfReferral, linkStanding } from '#people/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { agencyScopes, type Consent, scopes } from './consent.ts'
import { careKinds, type OwnAnswer, ownAnswer } from './minor-rule.ts'
import { documentsOf } from './document-store.ts'
import { findOwnAnswer } from './minor-rule-store.ts'
import { consentReaders, consentStaff, mayRecordConsent, maySettle, opensReferral } from './policy.ts'
import { findFamilyContact, namingsOf, requestsOfReferral } from './request-store.ts'
import { warnFrom } from './warn-ending.ts'
import { questionsFor } from './agreed-items.ts'
import { passedOver } from './ask-family.ts'
import { isMinorConsented, standingOf } from './rules.ts'
import { settlementsOf } from './settlement-store.ts'
import { consentsForReferral, endingsOf, findAsking, listGrantors } from './store.ts'

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

/** Questions two who may consent answered differently, and nobody decided. */
const conflictsOf = (consents: readonly Consent[], at: { partnerId: string | null; now: Date }) =>
  scopes.flatMap((scope) => {
    const standing = standingOf(consents, { scope, partnerId: at.partnerId ?? '', now: at.now })
    return standing.is === 'conflicting' ? [{ scope, between: standing.between }] : []
  })

type Asking = NonNullable<Awaited<ReturnType<typeof findAsking>>>

/** Whether the student may answer alone, for each kind of care, as the approved rules propose it [R151]. */
async function proposalsOf({ tx }: Viewing, studentId: string, on: string) {
  const known = await Promise.all(
    careKinds.map(async (care) => ({ care, own: await findOwnAnswer(tx, { studentId, care, on }) })),
  )
  return known.flatMap(({ care, own }) =>
    own === undefined ? [] : [{ care, age: own.age, fromAge: own.rule?.fromAge ?? null, ...mayAlone(own) }],
  )
}
const mayAlone = (own: OwnAnswer) => ({
  may: scopes.some((scope) => ownAnswer(own, [scope]) === 'may'),
  caregiverTold: own.rule?.caregiverTold ?? false,
})

const mayRecordNow = ({ actor }: Viewing, asking: Asking): boolean =>
  mayRecordConsent(actor, asking) && asking.endedAt === null && asking.partnerId !== null

/** How to reach a family is for whoever writes down its answer. */
const isForThem = (view: Viewing, asking: Asking): boolean =>
  mayRecordNow(view, asking) && view.knows('contact_details')

/** The links that asked caregivers about one referral, and how each stands. */
const linksAsked = async ({ tx, now }: Viewing, referralId: string) =>
  (await linksOfReferral(tx, referralId)).map((link) => ({ ...link, is: linkStanding(link, now) }))

/**
 * Who collects consent and papers from the family, whether whoever reads it would ask beside them, and whom
 * they may name instead [R063].
 */
async function contactFor(view: Viewing, asking: Asking, on: string) {
  const { tx, actor } = view
  const contact = await findFamilyContact(tx, asking.id)
  const asks = mayRecordNow(view, asking)
  const about = [asking.studentId]
  const staff = asks ? await staffAt(tx, { schoolId: asking.schoolId, roles: consentStaff, about, on }) : []
  return {
    who: contact ?? null,
    isOwn: contact?.personId === actor.personId,
    beside: (await passedOver(view, asking.id)) !== undefined,
    namings: await namingsOf(tx, asking.studentId),
    able: [...new Map(staff.map(({ personId, name }) => [personId, { id: personId, name }])).values()],
  }
}

/** Everything a family said about one referral: what holds now, and every answer ever given [R146]. */
export const consentsPage = look({
  name: 'consent/consents',
  by: consentReaders,
  given: z.object({ referralId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'consent'],
    parts: ['contact_details', 'protected_care'],
  },
  async see(view, { referralId }) {
    const asking = (await findAsking(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, asking))
    const calendar = await calendarOf(view.tx)
    const today = dayOf(calendar, view.now)
    const consents = await consentsForReferral(view.tx, asking.id)
    const gate = asking.partnerId === null ? undefined : await gateOf(view.tx, asking.partnerId, today)
    const asked = gate?.agreement === undefined ? [] : [...questionsFor(gate.agreement), ...agencyScopes]
    const { partnerId } = asking
    const at = { now: view.now, warnFrom: await warnFrom(view, today) }
    const shelf = partnerId === null ? [] : shelfOf(consents, { partnerId, ...at })
    view.saw({ type: 'referral', id: asking.id, studentId: asking.studentId })
    return {
      referral: asking,
      opensReferral: opensReferral(view.actor),
      shelf: shelf.filter(({ scope, is }) => asked.includes(scope) || is !== 'not_asked'),
      history: consents.toReversed(),
      conflicts: conflictsOf(consents, { partnerId: asking.partnerId, now: view.now }),
      settlements: await settlementsOf(view.tx, asking.id),
      proposals: view.knows('protected_care') ? await proposalsOf(view, asking.studentId, today) : [],
      maySettle: maySettle(view.actor, asking),
      minorConsented: isMinorConsented(consents),
      endings: await endingsOf(view.tx, asking.id),
      documents: await documentsOf(view.tx, asking.id),
      links: await linksAsked(view, asking.id),
      requests: await requestsOfReferral(view.tx, asking.id),
      contact: await contactFor(view, asking, today),
      // How to reach a family is for whoever writes down its answer.
      caregivers: isForThem(view, asking) ? await listGrantors(view.tx, asking.studentId) : [],
      agreementEndsOn: gate?.agreement?.endsOn ?? null,
      mayRecord: mayRecordNow(view, asking),
      timeZone: calendar.timeZone,
      today,
      now: view.now,
    }
  },
})
export type ConsentsData = Awaited<ReturnType<typeof consentsPage.see>>
