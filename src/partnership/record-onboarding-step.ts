import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { recordedSteps } from './onboarding.ts'
import { insertStep, onboardingOf } from './onboarding-store.ts'
import { stepObstacleWords } from './words.ts'

/** One step of an agency's onboarding is done [R288]. */
export const recordOnboardingStep = act({
  name: 'partnership/record-onboarding-step',
  by: ['district_head'],
  given: z.object({ partnerId: id, step: choice(recordedSteps), doneOn: day }),
  refusals: stepObstacleWords,
  async do(unit, { partnerId, step, doneOn }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const { [step]: before } = await onboardingOf(unit.tx, partner.id)
    if (before !== undefined) return refused(['already_done'])
    if (doneOn > today) return refused(['in_the_future'])

    await insertStep(unit, { partnerId, step, doneOn })
    unit.record('onboarding.step_done', subject, { step, done_on: doneOn })
    return done({ partnerId, step })
  },
})
