import { publicActor } from '#access/actor.ts'
import { askAsCaregiver } from '#concerns/ask-as-caregiver.ts'
import { closeConcern } from '#concerns/close-concern.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { startSupport } from '#supports/start-support.ts'
import { cast } from '../cast.ts'
import { riversideId, schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'
import { Walk } from './walk.ts'

/** Path (a): skill support at school. */
const tessa: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'tessa')
  await walk.at(almanac.moment(-12, '10:40')).raise('Gets stuck when a task is new.')
  const support = {
    focus: 'Starting a task and asking for help',
    ownerId: cast.daniel.id,
    startsOn: almanac.day(-10),
    reviewOn: almanac.day(1),
    plannedEndOn: almanac.day(15),
  }
  const decided = await walk
    .at(almanac.moment(-11, '09:00'))
    .decide('a', { reasonCategory: 'attention_and_learning', support })
  await walk.at(almanac.moment(-10, '09:00')).by('daniel', startSupport, { supportId: decided.openedId })
}

/** The family hears everything and says no. */
const diego: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'diego')
  await walk.at(almanac.moment(-4, '10:00')).raise('Picks fights at recess.')
  await walk.at(almanac.moment(-3, '08:45')).decide('b', { reasonCategory: 'anger_and_conflict' })
  await walk.at(almanac.moment(-3, '13:30')).talk()
  await walk
    .at(almanac.moment(-3, '13:45'))
    .consent({ referral_disclosure: 'no', status_feedback: 'no', safety_signals: 'no' })
}

/** The family withdraws after the packet was sent. */
const liam: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'liam')
  await walk.at(almanac.moment(-9, '10:00')).raise('Does not want to be at school.')
  await walk.at(almanac.moment(-8, '08:30')).decide('b', { reasonCategory: 'attendance_and_avoidance' })
  await walk.at(almanac.moment(-8, '14:00')).talk()
  await walk.at(almanac.moment(-8, '14:10')).consent()
  await walk.at(almanac.moment(-8, '14:15')).send()
  await walk.at(almanac.moment(-7, '09:00')).receive()
  await walk.at(almanac.moment(-5, '16:20')).withdraw()
}

/** One agency has no room; another accepts, with a consent of its own. */
const ivy: Story = async ({ teller, almanac }) => {
  const { moment, day } = almanac
  const walk = new Walk(teller, 'ivy')
  await walk.at(moment(-9, '10:00')).raise('Her parents are separating. She asks who will pick her up.')
  await walk.at(moment(-8, '08:30')).decide('b', { reasonCategory: 'family_stress' })
  await walk.at(moment(-8, '14:00')).talk('northbank')
  await walk.at(moment(-8, '14:10')).consent()
  await walk.at(moment(-8, '14:15')).send()
  await walk.at(moment(-7, '09:00')).decline('capacity')
  await walk.at(moment(-7, '11:00')).redirect('capacity')
  await walk.at(moment(-6, '14:00')).talk('cedarStreet')
  await walk.at(moment(-6, '14:10')).consent()
  await walk.at(moment(-6, '14:15')).send()
  await walk.at(moment(-6, '14:20')).confirmReceiptByPhone()
  await walk
    .at(moment(-6, '14:30'))
    .arrange({ on: day(2), lateReason: 'provider_capacity', missReason: 'time_to_decide' })
  await walk.at(moment(-5, '09:00')).accept()
}

/** The counselor departs from what the checklist indicates; a second person is asked. */
const zoe: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'zoe')
  await walk.at(almanac.moment(-1, '10:00')).raise('Tired, forgets things, cried once.')
  const override = {
    answers: 'a' as const,
    overrideReason: 'Her mother asked for an assessment last spring and was put on a list.',
    reviewerId: cast.helen.id,
  }
  await walk.at(almanac.moment(0, '08:10')).decide('b', override)
}

/** Immediate risk, a short while ago: the lead is told at once and takes it. */
const marcus: Story = async ({ teller, almanac: { justNow } }) => {
  const walk = new Walk(teller, 'marcusB')
  await walk.at(justNow(12)).raise('Wrote that he does not want to be here any more.', { urgency: 'today' })
  const decided = await walk.at(justNow(9)).decide('c')
  await perform(at(teller, justNow(7)).being('ruth', 1), acknowledgeAlert, { incidentId: decided.openedId })
}

const at = (teller: Parameters<Story>[0]['teller'], moment: Date) => {
  teller.at(moment)
  return teller
}

/** Concerns that wait for triage: from a teacher, late, and from a caregiver on the public page. */
const waiting: Story = async ({ teller, almanac }) => {
  await new Walk(teller, 'caleb')
    .at(almanac.moment(-2, '14:00'))
    .raise('Laughs at everything, then leaves the room crying.')
  await new Walk(teller, 'sade')
    .at(almanac.moment(0, '07:50'))
    .raise('New since Monday. Will not take off her coat.', { urgency: 'today' })
  const anyone = {
    ...at(teller, almanac.moment(-1, '20:15')).being('maya'),
    actor: publicActor(riversideId, schools.alderCreek.id),
  }
  await perform(anyone, askAsCaregiver, {
    language: 'es',
    name: 'Ada Lind',
    grade: '7',
    askedBy: 'Sara Lind',
    contact: '555-0132, after 17:00',
    observed: 'She does not sleep and does not want to talk.',
    urgency: 'this_week',
  })
}

/** A concern that leads to no path: somebody looked, and says why it is closed. */
const ada: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'ada')
  await walk.at(almanac.moment(-8, '11:40')).raise('Did not talk to anybody all morning.')
  await walk.at(almanac.moment(-7, '08:55')).by('daniel', closeConcern, {
    concernId: walk.concernId,
    reason: 'Talked with her and her mother: the dog had died. Her homeroom teacher checks in this week.',
  })
}

export const choices: Record<string, Story> = { ada, tessa, diego, liam, ivy, zoe, marcus, waiting }
