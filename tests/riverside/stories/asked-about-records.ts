import { addRetentionRule } from '#records/add-retention-rule.ts'
import { answerRequest } from '#records/answer-request.ts'
import { askLifting } from '#records/ask-lifting.ts'
import { placeHold } from '#records/place-hold.ts'
import { recordRequest } from '#records/record-request.ts'
import type { CastKey } from '../cast.ts'
import { families } from '../families.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const mother = { askedBy: 'caregiver', askedByName: 'Carmen Delgado', studentId: families.sofia.id }
const asked = {
  wrong: { ...mother, kind: 'correction', owner: 'district', about: 'It says she missed 12 days. It was 2.' },
  all: { ...mother, kind: 'access', owner: 'district', about: 'Everything the school keeps' },
  notes: { ...mother, kind: 'access', owner: 'provider', about: 'The notes of the counselor at the clinic' },
}

/** A mother has a wrong line corrected, waits for the record, and is sent on for what the clinic owns. */
export const askedAboutRecords: Story = async ({ teller, almanac: { moment, day } }) => {
  const by = (key: CastKey, at: Date) => {
    teller.at(at)
    return teller.being(key)
  }
  const { studentId } = mother
  const ask = (what: keyof typeof asked, on: number) =>
    perform(by('leila', moment(on, '10:15')), recordRequest, { ...asked[what], receivedOn: day(on) })
  const wrong = await ask('wrong', -12)
  await perform(by('leila', moment(-9, '14:00')), answerRequest, {
    studentId,
    recordRequestId: wrong.requestId,
    answer: 'accepted',
    note: 'The attendance office confirms two days of absence.',
  })
  const notes = await ask('notes', -8)
  await perform(by('leila', moment(-7, '09:10')), answerRequest, {
    studentId,
    recordRequestId: notes.requestId,
    answer: 'passed_on',
    note: 'Given to Cedar Street, which owns them. The family knows whom to call there.',
  })
  await ask('all', -3)
  const rule = { recordClass: 'concern', years: '5', source: 'Invented for Riverside: no law is cited' }
  await perform(by('leila', moment(-20, '09:00')), addRetentionRule, { ...rule, inForceFrom: day(-20) })
  const held = { studentId: families.mateo.id, reason: 'File 2231 of the legal office' }
  const { holdId } = await perform(by('leila', moment(-4, '12:00')), placeHold, held)
  await perform(by('leila', moment(-1, '12:00')), askLifting, { studentId: held.studentId, holdId })
}
