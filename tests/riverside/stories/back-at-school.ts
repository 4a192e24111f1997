import { agreePlan } from '#returns/agree-plan.ts'
import { giveSheet } from '#returns/give-sheet.ts'
import { lookPlan } from '#returns/look-plan.ts'
import { lookPlans } from '#returns/look-plans.ts'
import { makeContact } from '#returns/make-contact.ts'
import { noteReturn } from '#returns/note-return.ts'
import { writePlan } from '#returns/write-plan.ts'
import { cast } from '../cast.ts'
import { families } from '../families.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const plan = {
  attendees: 'Jordan, their mother, Priya Nair, Grace Whitfield',
  supports: 'Comes in by the side door. May go to the counseling office without asking.',
  nextVisit: 'At Northbank, as soon as they answer. Jonah Reed asks every day.',
  checkIns: 'Priya Nair, before the first lesson and after the last',
  ifRiskRises: 'Whoever is with Jordan stays and calls Ruth Halvorsen. At home: 988.',
}

/**
 * After the crisis of last week Grace writes down how Jordan comes back, with the steps agreed on for after a
 * threat of suicide. A teacher is told what helps in class and nothing else. They have been back since.
 */
export const backAtSchool: Story = async ({ teller, almanac: { day, moment } }) => {
  teller.at(moment(-5, '10:10'))
  const grace = teller.being('grace')
  const { plans, followUps } = await lookPlans.see(grace, {})
  const incidentId = plans.find(({ studentId }) => studentId === families.jordan.id)?.incidentId
  if (incidentId === undefined) throw new Error('Nobody owes a plan for Jordan')
  const withTheirMother = followUps.find(
    (each) => each.incidentId === incidentId && each.whom === 'caregiver',
  )
  const words = 'A quiet evening. Jordan slept. They come to the meeting.'
  await perform(grace, makeContact, { followUpId: withTheirMother?.id, outcome: 'reached', words })

  const when = { returnOn: day(-4), meetingOn: day(-4), meetingTime: '07:45' }
  await perform(grace, writePlan, { incidentId, ...plan, ...when, suicideThreat: 'yes', steps: [] })
  teller.at(moment(-5, '14:20'))
  const { policy } = await lookPlan.see(grace, { incidentId })
  await perform(grace, writePlan, { incidentId, steps: policy.map(({ code }) => code) })
  await perform(grace, agreePlan, { incidentId })
  await perform(grace, giveSheet, {
    incidentId,
    words: 'May leave the room without giving a reason. Please do not ask why they were away.',
    contactId: cast.priya.id,
    readerIds: [cast.karen.id],
  })
  teller.at(moment(-4, '09:05'))
  await perform(teller.being('grace'), noteReturn, { incidentId, returnedOn: day(-4) })
}
