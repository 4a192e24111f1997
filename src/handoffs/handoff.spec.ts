import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { answerQuestion } from './answer-question.ts'
import { bookAppointment } from './book-appointment.ts'
import { choosePartner } from './choose-partner.ts'
import { confirmPoints } from './confirm-points.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { correctHandoff } from './correct-handoff.ts'
import { exceptHandoff } from './except-handoff.ts'
import { finishHandoff } from './finish-handoff.ts'
import { givePlan } from './give-plan.ts'
import { logContact } from './log-contact.ts'
import { offerSupport } from './offer-support.ts'
import { rebookAppointment } from './rebook-appointment.ts'
import { recordConversation } from './record-conversation.ts'
import { settleLogistics } from './settle-logistics.ts'

const decidedAt = '2026-10-13T17:05:00Z'
let story: Story
beforeAll(async () => {
  story = await referralStory({ at: decidedAt })
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

const maya = () => story.being('maya')
const row = async (referralId: string) => {
  const { rows } = await story.admin.query('select * from handoff where referral_id = $1', [referralId])
  return rows[0]
}
const referral = async (referralId: string) => {
  const { rows } = await story.admin.query('select * from referral where id = $1', [referralId])
  return rows[0]
}
const conversation = (family: FamilyKey, referralId: string) => ({
  referralId,
  mode: 'phone',
  caregiverId: families[family].caregivers[0]?.id,
  language: families[family].language,
  studentTookPart: 'yes',
})
const visit = (referralId: string, given = {}) => ({
  referralId, kind: 'assessment', on: '2026-10-15', at: '16:30', place: '214 Cedar Street', modality: 'in_person', ...given,
})
const every = ['service', 'intake', 'information', 'choices']

/** The call of requirements 6.3, part by part, up to the given part. */
const parts = {
  choose: (id: string) => story.choose(id),
  talk: async (id: string, family: FamilyKey) => {
    story.must(await recordConversation.perform(maya(), conversation(family, id)))
    story.must(await confirmPoints.perform(maya(), { referralId: id, points: every }))
  },
  ask: (id: string, family: FamilyKey) =>
    story.answer(id, family, { referral_disclosure: 'yes', status_feedback: 'yes', participation: 'no', safety_signals: 'yes' }),
  send: (id: string) => story.send(id),
  receipt: async (id: string) => void story.must(await confirmReceipt.perform(maya(), { referralId: id, confirmedBy: 'Noor Aziz' })),
  visit: async (id: string) => void story.must(await bookAppointment.perform(maya(), visit(id))),
  logistics: async (id: string) =>
    void story.must(await settleLogistics.perform(maya(), { referralId: id, transport: 'school_ride', transportNote: 'A car comes at 16:00' })),
  plan: async (id: string) => void story.must(await givePlan.perform(maya(), { referralId: id, planLanguage: 'es', delivery: ['paper'] })),
}
type PartName = keyof typeof parts
async function call(family: FamilyKey, without: readonly PartName[] = []) {
  const id = await story.decide(family)
  for (const name of Object.keys(parts) as PartName[]) {
    if (!without.includes(name)) await parts[name](id, family)
  }
  return id
}

describe('The warm handoff', () => {
  test('a whole call on the day of the decision keeps the same-day standard, and the system says so [R042] [R048]', async () => {
    const id = await call('mateo')
    story.clock.set('2026-10-13T21:12:00Z')
    const finished = await finishHandoff.perform(maya(), { referralId: id })
    expect(finished).toEqual({ done: true, result: { id, completion: 'kept', firstAttempt: 'kept', minutes: 247 } })
    expect(await row(id)).toMatchObject({ state: 'complete', receipt_by: 'Noor Aziz', plan_language: 'es', miss_reason: null })
    const { rows } = await story.admin.query('select partner_id, starts_at, result from appointment where referral_id = $1', [id])
    expect(rows).toEqual([{ partner_id: partners.cedarStreet.id, starts_at: new Date('2026-10-15T23:30:00Z'), result: null }])
  })

  test('with only a phone number given, completion is refused with every part that is missing [R052] [R044]', async () => {
    const id = await story.decide('kayla')
    story.must(await logContact.perform(maya(), { referralId: id, mode: 'phone', language: 'en', result: 'reached' }))
    const outcome = await finishHandoff.perform(maya(), { referralId: id })
    expect(outcome).toEqual({
      done: false,
      because: [
        'no_partner', 'point_service', 'point_intake', 'point_information', 'point_choices', 'no_conversation',
        'student_part_unsaid', 'questions_open', 'not_sent', 'receipt_unconfirmed', 'no_visit', 'logistics_unsettled', 'plan_not_given',
      ],
    })
    expect(await story.trail('refusal')).toContain('navigator: handoffs/finish-handoff')
  })

  test.each([
    ['receipt', ['receipt_unconfirmed'], 'lena'],
    ['logistics', ['logistics_unsettled'], 'owen'],
    ['plan', ['plan_not_given'], 'ada'],
  ] as const)('without %s it stays open and on the worklist [R047]', async (part, because, family) => {
    const id = await call(family, [part])
    expect(await finishHandoff.perform(maya(), { referralId: id })).toEqual({ done: false, because })
    expect((await row(id)).state).toBe('open')
  })

  test('each of the four points is confirmed by itself, and the last one makes the offer [R044] [R041]', async () => {
    const id = await story.decide('theo')
    story.must(await confirmPoints.perform(maya(), { referralId: id, points: 'service' }))
    expect((await row(id)).conversation_at).toBeNull()
    expect((await referral(id)).offered_at).toBeNull()
    story.clock.set('2026-10-13T17:20:00Z')
    story.must(await confirmPoints.perform(maya(), { referralId: id, points: every }))
    const handoff = await row(id)
    expect(handoff.point_service_at).toEqual(new Date(decidedAt))
    expect(handoff.conversation_at).toEqual(new Date('2026-10-13T17:20:00Z'))
    expect((await referral(id)).offered_at).toEqual(new Date('2026-10-13T17:20:00Z'))
    expect(await confirmPoints.perform(maya(), { referralId: id, points: every })).toEqual({ done: false, because: ['nothing_new'] })
  })

  test('that the student took part is recorded, or why not [R045]', async () => {
    const id = await story.decide('hana')
    const alone = { ...conversation('hana', id), studentTookPart: 'no' }
    expect(await recordConversation.perform(maya(), alone)).toEqual({ done: false, because: ['absence_unexplained'] })
    story.must(await recordConversation.perform(maya(), { ...alone, studentAbsenceReason: 'not_at_school' }))
    expect(await row(id)).toMatchObject({ student_took_part: false, student_absence_reason: 'not_at_school' })
  })
})

describe('The same-day standard', () => {
  test('finished the next day it is missed, a reason is needed, and first attempt and completion are told apart [R053] [R042]', async () => {
    const id = await story.decide('sofia')
    const tried = { referralId: id, mode: 'phone', language: 'es', result: 'no_answer' }
    expect(await logContact.perform(maya(), tried)).toEqual({ done: false, because: ['next_attempt_missing'] })
    story.must(await logContact.perform(maya(), { ...tried, at: '10:05', nextOn: '2026-10-13', nextAt: '15:00' }))
    story.clock.set('2026-10-13T22:10:00Z')
    story.must(await logContact.perform(maya(), { ...tried, nextOn: '2026-10-14', nextAt: '08:30' }))
    story.clock.set('2026-10-14T16:00:00Z')
    for (const part of Object.values(parts)) await part(id, 'sofia')
    expect(await finishHandoff.perform(maya(), { referralId: id })).toEqual({ done: false, because: ['late_without_reason'] })
    const finished = await finishHandoff.perform(maya(), { referralId: id, missReason: 'no_answer' })
    expect(finished).toMatchObject({ done: true, result: { firstAttempt: 'kept', completion: 'missed', minutes: 1375 } })
    expect(await row(id)).toMatchObject({ state: 'complete', miss_reason: 'no_answer', first_attempt_at: new Date('2026-10-13T17:05:00Z') })
    const { rows } = await story.admin.query('select result, next_attempt_at, entered_by from contact_attempt where referral_id = $1 order by happened_at', [id])
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({ next_attempt_at: new Date('2026-10-14T15:30:00Z') })
  })

  test('a time put right keeps both values, the reason and the person [R054]', async () => {
    const id = await call('nadia')
    story.clock.set('2026-10-13T19:00:00Z')
    const change = { referralId: id, field: 'receiptAt', on: '2026-10-13', at: '11:40', reason: 'Wrote down the wrong hour' }
    story.must(await correctHandoff.perform(maya(), change))
    expect((await row(id)).receipt_at).toEqual(new Date('2026-10-13T18:40:00Z'))
    const { rows } = await story.admin.query('select field, was, became, reason, corrected_at from correction where referral_id = $1', [id])
    expect(rows).toEqual([{
      field: 'receiptAt', was: '2026-10-13T17:05:00.000Z', became: '2026-10-13T18:40:00.000Z', reason: 'Wrote down the wrong hour', corrected_at: story.clock.now(),
    }])
    expect(await correctHandoff.perform(maya(), { ...change, on: '2026-10-12' })).toEqual({ done: false, because: ['before_decision'] })
    expect(await correctHandoff.perform(maya(), { ...change, field: 'completedAt', at: '23:00' })).toEqual({ done: false, because: ['nothing_to_correct', 'not_happened_yet'] })
    const { rows: trail } = await story.admin.query(`select detail from audit_event where name = 'handoff.corrected' and subject_id = $1`, [id])
    expect(trail).toHaveLength(1)
  })
})

describe('Parts of the call', () => {
  test('an agency that is full says so and cannot be chosen [R037]', async () => {
    const id = await story.decide('jonas')
    const outcome = await choosePartner.perform(maya(), { referralId: id, partnerId: partners.openDoor.id })
    expect(outcome).toEqual({ done: false, because: ['full'] })
  })

  test('an answer is kept question by question, and one for later counts as asked', async () => {
    const id = await call('priyaR', ['ask', 'send', 'receipt', 'visit', 'plan'])
    const ask = (scope: string, answer: string) => answerQuestion.perform(maya(), { referralId: id, scope, answer, ...byPhone('priyaR') })
    story.must(await ask('referral_disclosure', 'yes'))
    story.must(await ask('status_feedback', 'no'))
    story.must(await ask('participation', 'later'))
    expect((await row(id)).questions_later).toEqual(['participation'])
    const outcome = await finishHandoff.perform(maya(), { referralId: id })
    expect(outcome).toMatchObject({ because: expect.arrayContaining(['questions_open']) })
    story.must(await ask('safety_signals', 'later'))
    expect(await finishHandoff.perform(maya(), { referralId: id })).toEqual({ done: false, because: ['not_sent', 'receipt_unconfirmed', 'no_visit', 'plan_not_given'] })
    story.must(await ask('participation', 'yes'))
    expect((await row(id)).questions_later).toEqual(['safety_signals'])
  })

  test('nothing is booked before the referral is sent, and a visit after the same week needs a reason', async () => {
    const id = await call('jordan', ['send', 'receipt', 'visit', 'logistics', 'plan']).catch((error: Problem) => error)
    expect(id).toEqual(new Problem('not_found'))
    const own = await call('eli').catch((error: Problem) => error)
    expect(own).toEqual(new Problem('not_found'))
    const here = await call('ruben', ['send', 'receipt', 'visit', 'plan'])
    expect(await bookAppointment.perform(maya(), visit(here))).toEqual({ done: false, because: ['not_sent'] })
    await story.send(here)
    const late = visit(here, { on: '2026-10-21' })
    expect(await bookAppointment.perform(maya(), late)).toEqual({ done: false, because: ['late_without_reason'] })
    const booked = story.must(await bookAppointment.perform(maya(), { ...late, lateReason: 'work_schedule', flexible: ['after_hours'] }))
    expect(booked).toMatchObject({ late: true })
    const again = story.must(await rebookAppointment.perform(maya(), { appointmentId: booked.appointmentId, ...visit(here, { on: '2026-10-16' }) }))
    const { rows } = await story.admin.query('select id, result, late_reason, replaces_id from appointment where referral_id = $1 order by booked_at, id', [here])
    expect(rows).toEqual([
      { id: booked.appointmentId, result: 'rescheduled', late_reason: 'work_schedule', replaces_id: null },
      { id: again.appointmentId, result: null, late_reason: null, replaces_id: booked.appointmentId },
    ])
  })

  test('each conflict opens a barrier, once [R049] [R060]', async () => {
    const id = await call('tessa', ['logistics'])
    const given = { referralId: id, transport: 'unsettled', conflicts: ['work_schedule'], interpreterBooked: 'no' }
    expect(story.must(await settleLogistics.perform(maya(), given)).barriers).toEqual(['work_schedule', 'transportation', 'language'])
    expect(story.must(await settleLogistics.perform(maya(), given)).barriers).toEqual([])
    const { rows } = await story.admin.query('select category, resolved_at from barrier where referral_id = $1 order by category', [id])
    expect(rows.map(({ category }) => category)).toEqual(['language', 'transportation', 'work_schedule'])
    expect(await settleLogistics.perform(maya(), { ...given, conflicts: ['laziness'] })).toEqual({ done: false, because: ['barrier_unknown'] })
  })

  test('a family that says no is offered support at school, without blame, and no data leaves [R150] [R041]', async () => {
    const id = await call('diego', ['ask', 'send', 'receipt', 'visit', 'logistics', 'plan'])
    story.must(await recordConsent.perform(maya(), { referralId: id, ...byPhone('diego'), answers: { referral_disclosure: 'no' } }))
    expect(await row(id)).toMatchObject({ state: 'ended', ended_at: story.clock.now() })
    expect(await referral(id)).toMatchObject({ next_step: 'offer_school_support', offered_at: story.clock.now(), sent_at: null })
    expect(await finishHandoff.perform(maya(), { referralId: id })).toEqual({ done: false, because: ['family_choice'] })
    const { rows } = await story.admin.query('select 1 from disclosure where referral_id = $1', [id])
    expect(rows).toEqual([])
    const offer = { referralId: id, supportAnswer: 'accepted' }
    expect(await offerSupport.perform(maya(), offer)).toEqual({ done: false, because: ['focus_missing', 'owner_missing', 'review_missing'] })
    story.must(await offerSupport.perform(maya(), { referralId: id, supportAnswer: 'later' }))
    expect((await referral(id)).next_step).toBe('offer_school_support')
    const plan = { ...offer, focus: 'Sleep and mornings', ownerId: cast.daniel.id, reviewOn: '2026-11-10' }
    const { supportId } = story.must(await offerSupport.perform(maya(), plan))
    expect(await row(id)).toMatchObject({ support_answer: 'accepted' })
    expect((await referral(id)).next_step).toBe('close_loop')
    const { rows: supports } = await story.admin.query('select owner_id, focus, decision_id from brief_support where id = $1', [supportId])
    expect(supports).toEqual([{ owner_id: cast.daniel.id, focus: 'Sleep and mornings', decision_id: null }])
    await story.answer(id, 'diego', { referral_disclosure: 'yes' })
    expect(await row(id)).toMatchObject({ state: 'open', ended_at: null })
    expect((await referral(id)).next_step).toBe('make_handoff')
  })

  test('an exception is documented and what is owed stays owed [R052]', async () => {
    const id = await story.decide('amina')
    const given = { referralId: id, reason: 'no_interpreter', note: 'No Arabic interpreter until tomorrow 9:00' }
    expect(await exceptHandoff.perform(maya(), { ...given, reason: 'flyer' })).toEqual({ done: false, because: ['reason_unknown'] })
    story.must(await exceptHandoff.perform(maya(), given))
    expect(await row(id)).toMatchObject({ state: 'excepted', exception_reason: 'no_interpreter' })
    expect((await referral(id)).next_step).toBe('make_handoff')
    expect(await exceptHandoff.perform(maya(), given)).toEqual({ done: false, because: ['not_open'] })
  })

  test('a teacher may not, and a stranger’s referral is not found', async () => {
    const id = await story.decide('kayla')
    await expect(confirmPoints.perform(story.being('joan'), { referralId: id, points: every })).rejects.toThrow(new Problem('not_allowed'))
    await expect(confirmPoints.perform(story.being('jonah'), { referralId: id, points: every })).rejects.toThrow(new Problem('not_found'))
  })
})
