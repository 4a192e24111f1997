import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findPartner, getPartner } from '#directory/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { missingSteps, onboardingSteps } from './onboarding.ts'
import { onboardingOf } from './onboarding-store.ts'
import { gateOf } from './gate-store.ts'
import { findAgreement, findSignOff } from './store.ts'

/** The agency a form about an agreement is for. */
export const lookNewAgreement = look({
  name: 'partnership/new-agreement',
  by: ['district_head'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    view.permit(true)
    view.sawNoStudent()
    return (await findPartner(view.tx, partnerId)) ?? notFound()
  },
})

/** An agreement with its agency: for suspending it. */
export const lookAgreement = look({
  name: 'partnership/agreement',
  by: ['district_head'],
  given: z.object({ agreementId: id }),
  shows: 'no student',
  async see(view, { agreementId }) {
    view.permit(true)
    view.sawNoStudent()
    const agreement = (await findAgreement(view.tx, agreementId)) ?? notFound()
    return { agreement, partner: await getPartner(view.tx, agreement.partnerId) }
  },
})

/** The same for whoever records a sign-off under it. */
export const lookNewSignOff = look({
  name: 'partnership/new-sign-off',
  by: ['district_head', 'privacy_officer'],
  given: z.object({ agreementId: id }),
  shows: 'no student',
  async see(view, { agreementId }) {
    view.permit(true)
    view.sawNoStudent()
    const agreement = (await findAgreement(view.tx, agreementId)) ?? notFound()
    return { agreement, partner: await getPartner(view.tx, agreement.partnerId) }
  },
})

/** A sign-off with its agency: for withdrawing it. */
export const lookSignOff = look({
  name: 'partnership/sign-off',
  by: ['district_head', 'privacy_officer'],
  given: z.object({ signOffId: id }),
  shows: 'no student',
  async see(view, { signOffId }) {
    view.permit(true)
    view.sawNoStudent()
    const signOff = (await findSignOff(view.tx, signOffId)) ?? notFound()
    return { signOff, partner: await getPartner(view.tx, signOff.partnerId) }
  },
})

/** An agency's onboarding list: every step, and when it was done [R288]. */
export const lookOnboarding = look({
  name: 'partnership/onboarding',
  by: ['district_head'],
  given: z.object({ partnerId: id }),
  shows: 'no student',
  async see(view, { partnerId }) {
    view.permit(true)
    view.sawNoStudent()
    const partner = (await findPartner(view.tx, partnerId)) ?? notFound()
    const today = dayOf(await calendarOf(view.tx), view.now)
    const { obstacles } = await gateOf(view.tx, partner.id, today)
    const doneOn = await onboardingOf(view.tx, partner.id)
    const missing = missingSteps({ gate: obstacles, hasRoute: partner.route !== null, doneOn })
    const steps = onboardingSteps.map((step) => ({
      step,
      done: !missing.includes(step),
      doneOn: (doneOn as Record<string, string>)[step] ?? null,
    }))
    return { partner, today, steps }
  },
})
