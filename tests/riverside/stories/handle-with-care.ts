import { newToken } from '#access/sign-in/secrets.ts'
import { systemActor } from '#access/actor.ts'
import { acknowledgeCareNotice } from '#carenotices/acknowledge-notice.ts'
import { askTeacher } from '#carenotices/ask-teacher.ts'
import { expireNotice } from '#carenotices/expire-notice.ts'
import { lookNotices } from '#carenotices/look-notices.ts'
import { makeCareSender } from '#carenotices/make-sender.ts'
import { matchNotice } from '#carenotices/match-notice.ts'
import { nameDesignee } from '#carenotices/name-designee.ts'
import { receiveNotice } from '#carenotices/receive-notice.ts'
import { recordCareAgreement } from '#carenotices/record-agreement.ts'
import { recordCareStep } from '#carenotices/record-step.ts'
import { cast } from '../cast.ts'
import { families } from '../families.ts'
import { riversideId, schools } from '../places.ts'
import type { Almanac } from './almanac.ts'
import type { Story } from './story.ts'
import { perform, type Teller } from './teller.ts'

const schoolId = schools.alderCreek.id

/** What was agreed before school began, which desk sends, and who at Alder Creek is told. */
async function agreed({ teller, almanac: { moment, day } }: { teller: Teller; almanac: Almanac }) {
  teller.at(moment(-30, '10:00'))
  const { careAgreementId } = await perform(teller.being('yolanda'), recordCareAgreement, {
    agency: 'Riverside Police Department',
    reference: 'Memorandum on Handle With Care, signed in June, file 12',
    startsOn: day(-30),
    endsOn: day(120),
  })
  const desk = { careAgreementId, label: 'Records desk', key: newToken() }
  const { careSenderId } = await perform(teller.being('yolanda'), makeCareSender, desk)
  const named = { daniel: 'first', ines: 'first', lucia: 'backup' } as const
  for (const [key, place] of Object.entries(named))
    await perform(teller.being('marcus'), nameDesignee, {
      schoolId,
      personId: cast[key as keyof typeof named].id,
      place,
    })
  return careSenderId
}

/**
 * A notice that ended some time ago, one about Theo that was matched and heeded, and one that came this
 * morning and waits for an answer.
 */
export const handleWithCare: Story = async ({ teller, almanac }) => {
  const { moment } = almanac
  const senderId = await agreed({ teller, almanac })
  const house = { ...teller.being('daniel'), actor: { ...systemActor(riversideId), senderId } }
  const comes = async (at: Date, name: string, grade: string) => {
    teller.at(at)
    await perform(house, receiveNotice, { name, grade, schoolId })
    const { notices } = await lookNotices.see(teller.being('daniel'), {})
    return notices.find((notice) => notice.childName === name)?.id ?? ''
  }
  const old = await comes(moment(-28, '06:40'), 'Jordan Vale', '8')
  teller.at(moment(-28, '08:05'))
  await perform(teller.being('daniel'), recordCareStep, { careNoticeId: old, kind: 'not_here' })

  const careNoticeId = await comes(moment(-2, '06:55'), 'Theo Brandt', '6')
  teller.at(moment(-2, '07:50'))
  await perform(teller.being('daniel'), acknowledgeCareNotice, { careNoticeId })
  const theo = { careNoticeId, studentId: families.theo.id }
  await perform(teller.being('daniel'), matchNotice, theo)
  await perform(teller.being('daniel'), askTeacher, { careNoticeId, personId: cast.joan.id })
  teller.at(moment(-2, '11:20'))
  const gave = { careNoticeId, kind: 'support', support: 'trusted_adult' }
  await perform(teller.being('ines'), recordCareStep, gave)

  await comes(moment(0, '07:35'), 'Sam Arden', '7')
  await perform(house, expireNotice, { careNoticeId: old })
}
