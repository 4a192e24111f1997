import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { Problem } from '#platform/problem.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything, thursday } from '#tests/support/agency-story.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { agreeTime } from '#classroom/agree-time.ts'
import { endTime } from '#classroom/end-time.ts'
import { lookTell } from '#classroom/look-tell.ts'
import { lookTimes } from '#classroom/look-times.ts'
import { tellObservation } from '#classroom/tell-observation.ts'
import { agreeOnEveryItem } from '#tests/support/whole-agreement.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
  await agreeOnEveryItem(story)
})
afterAll(() => story.close())

const maya = () => story.being('maya')
/** Joan Hale teaches the student on Thursday afternoons. */
const agree = (family: FamilyKey, given: object = {}) =>
  agreeTime.perform(maya(), {
    studentId: families[family].id,
    kind: 'in_class',
    weekday: 4,
    fromAt: '16:00',
    untilAt: '17:00',
    lesson: 'math',
    teacherId: cast.joan.id,
    partnerId: partners.cedarStreet.id,
    ...given,
  })
const packet = (referralId: string) => lookPacket.see(story.being('noor'), { referralId })

describe('A time in which the student has to be in class', () => {
  test('is agreed with a teacher of the school, and with an agency that cares for the student', async () => {
    await story.accepted('sofia')
    expect(await agree('sofia', { teacherId: cast.daniel.id })).toMatchObject({
      because: ['teacher_unknown'],
    })
    expect(await agree('sofia', { partnerId: partners.northbank.id })).toMatchObject({
      because: ['agency_unknown'],
    })
    story.must(await agree('sofia'))
    expect(await agree('sofia', { fromAt: '16:30', untilAt: '17:30' })).toMatchObject({
      because: ['agreed_already'],
    })
    const { times } = await lookTimes.see(maya(), { studentId: families.sofia.id })
    expect(times).toMatchObject([{ weekday: 4, teacherName: cast.joan.name, partnerName: 'Cedar Street' }])
    const stranger = agreeTime.perform(story.being('priya'), { studentId: families.sofia.id })
    await expect(stranger).rejects.toBeInstanceOf(Problem)
  })

  test('warns whoever books a visit in it, at school: another time, or a reason that is kept [R168]', async () => {
    const { referralId } = await story.sent('mateo')
    story.must(await agree('mateo', { partnerId: '' }))
    const book = (given: object) =>
      bookAppointment.perform(maya(), { ...visitFor(referralId), on: '2026-10-15', at: '16:30', ...given })
    expect(await book({})).toEqual({ done: false, because: ['in_class_time'] })
    const { appointmentId } = story.must(await book({ classReason: 'teacher_agrees' }))
    const excuses = await story.rows(
      'select appointment_id, reason from class_time_excuse where student_id = $1',
      families.mateo.id,
    )
    expect(excuses).toEqual([{ appointment_id: appointmentId, reason: 'teacher_agrees' }])
    expect(await story.trail()).toContain('navigator: class_time.cut_into')
  })

  test('is read by the agency it was agreed with, by day and hours alone, and warns it too [R168]', async () => {
    const { rows } = await story.admin.query('select id from referral where student_id = $1', [
      families.sofia.id,
    ])
    const referralId = rows[0].id
    expect((await packet(referralId)).classTimes).toEqual([
      { kind: 'in_class', weekday: 4, fromAt: '16:00', untilAt: '17:00' },
    ])
    const book = (given: object) =>
      scheduleVisit.perform(story.being('noor'), { referralId, ...thursday, ...given })
    expect(await book({})).toEqual({ done: false, because: ['in_class_time'] })
    story.must(await book({ atTime: '17:00' }))
  })

  test('that was ended stops nobody, and one agreed at school alone is not the agency’s to read', async () => {
    const { referralId } = await story.accepted('theo')
    const { classTimeId } = story.must(await agree('theo', { partnerId: '' }))
    expect((await packet(referralId)).classTimes).toEqual([])
    const given = { studentId: families.theo.id, classTimeId }
    story.must(await endTime.perform(maya(), given))
    story.must(
      await bookAppointment.perform(maya(), { ...visitFor(referralId), on: '2026-10-15', at: '16:30' }),
    )
  })
})

describe('What a teacher notices about schoolwork', () => {
  const tell = (family: FamilyKey, given: object = {}) =>
    tellObservation.perform(story.being('joan'), {
      studentId: families[family].id,
      observed: ['work_done', 'joins_in'],
      seenOn: '2026-10-13',
      ...given,
    })

  test('stays at school without the family’s yes to it [R169]', async () => {
    expect(await tell('sofia')).toEqual({ done: false, because: ['stays_at_school'] })
    await expect(tell('lena')).rejects.toEqual(new Problem('not_found'))
    const { students } = await lookTell.see(story.being('joan'), {})
    expect(students.map(({ id }) => id)).toContain(families.sofia.id)
    expect(JSON.stringify(students)).not.toContain('Cedar')
  })

  test('reaches the agency on that yes alone, in codes, and the accounting says so; taken back, it is gone [R169]', async () => {
    const answers = { ...everything, academic_observations: 'yes' } as const
    const { referralId } = await story.accepted('hana', answers)
    story.must(await agree('hana'))
    expect(await tell('hana', { observed: [] })).toMatchObject({ because: ['nothing_noticed'] })
    story.must(await tell('hana'))
    const { noticed } = await packet(referralId)
    expect(noticed).toEqual([
      { observed: ['work_done', 'joins_in'], seenOn: '2026-10-13', toldAt: story.clock.now() },
    ])
    const told = await story.rows(
      `select items, purpose from disclosure where referral_id = $1 and direction = 'to_partner'
        and items = array['academic_observations']`,
      referralId,
    )
    expect(told).toEqual([{ items: ['academic_observations'], purpose: 'continuity_of_care' }])

    const [yes] = await story.rows(
      `select c.id from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
       where c.referral_id = $1 and a.scope = 'academic_observations'`,
      referralId,
    )
    const taken = { consentId: yes?.['id'], channel: 'phone', askedBy: 'The mother' }
    story.must(await revokeConsent.perform(maya(), taken))
    expect((await packet(referralId)).noticed).toEqual([])
    expect(await tell('hana')).toEqual({ done: false, because: ['stays_at_school'] })
  })
})
