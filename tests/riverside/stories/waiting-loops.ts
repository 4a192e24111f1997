import { rateHandoff } from '#family/rate-handoff.ts'
import { logContact } from '#handoffs/log-contact.ts'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import { arrangeHelp } from '#navigation/arrange-help.ts'
import { endHelp } from '#navigation/end-help.ts'
import { lookHelps } from '#navigation/look-helps.ts'
import { nameOutside } from '#navigation/name-outside.ts'
import { requestHelp } from '#navigation/request-help.ts'
import { handedOff } from './handed-off.ts'
import type { Story } from './story.ts'
import { Walk } from './walk.ts'

export const sofia: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk, day: called } = await handedOff(stage, {
    key: 'sofia',
    on: -6,
    observed: 'Quiet for two weeks, eight pieces of work missing.',
    late: true,
  })
  await walk
    .at(moment(called, '14:52'))
    .arrange({ on: day(1), lateReason: 'work_schedule', missReason: 'no_answer' })
  await walk.at(moment(called + 1, '09:05')).accept()
  await walk.at(moment(called + 1, '10:30')).agree({
    attendance: '4 of the last 20 days missed',
    engagement: 'No visit yet',
  })
  const rating = { clarity: 'clear', frustration: 'some', language: 'es' }
  await walk
    .at(moment(called + 1, '16:20'))
    .by('carmen', rateHandoff, { referralId: walk.referralId, ...rating })
  const forms = { kind: 'intake_forms', need: 'History and insurance form', dueOn: day(-1) }
  const { referralId } = walk
  const { helpId } = await walk
    .at(moment(called + 1, '11:10'))
    .by('maya', requestHelp, { referralId, ...forms })
  await walk.at(moment(-1, '09:50')).by('maya', endHelp, { helpId, outcome: 'done' })
  await walk.at(moment(-1, '10:30')).agree({ attendance: '5 of the last 20 days missed' })
}

export const mateo: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'mateo')
  await walk.at(almanac.moment(-1, '11:30')).raise('Falls asleep in class. Says he lies awake.')
  await walk.at(almanac.moment(0, '08:05')).decide('b')
}

export const amina: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'amina')
  await walk.at(almanac.moment(-1, '12:10')).raise('Cries at drop-off every morning since the move.')
  await walk.at(almanac.moment(0, '08:00')).decide('b')
  await walk.at(almanac.moment(0, '08:20')).callWithoutAnswer(almanac.day(1))
}

export const theo: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'theo',
    on: -7,
    observed: 'Three fights this month, then a day in the office.',
  })
  await walk.at(moment(-7, '14:52')).arrange({ on: day(-1) })
  await walk.at(moment(-6, '09:30')).accept()
  await walk.at(moment(-2, '15:05')).remind('no_reply', 'text')
  await walk.at(moment(-1, '18:10')).result('no_show')
  const { referralId } = walk
  const ride = { transport: 'unsettled', conflicts: ['work_schedule'], coverage: 'medicaid' }
  await walk.at(moment(0, '09:20')).by('maya', settleLogistics, { referralId, ...ride })
  const maya = stage.teller.being('maya')
  const { openBarriers } = await lookHelps.see(maya, { referralId })
  const barrierId = openBarriers.find(({ category }) => category === 'transportation')?.id
  const wanted = { referralId, kind: 'transport', dueOn: day(1), barrierId, need: 'Two people, one way.' }
  const { helpId } = await walk.at(moment(0, '09:24')).by('maya', requestHelp, wanted)
  const arranged = 'The district van on its afternoon run. Ask for Benny at the depot.'
  await walk.at(moment(0, '09:41')).by('maya', arrangeHelp, { helpId, arranged })
}

export const kayla: Story = async (stage) => {
  const { walk } = await handedOff(stage, {
    key: 'kayla',
    on: -4,
    observed: 'Has missed nine days since the start of the year.',
    partner: 'openDoor',
  })
  await walk.at(stage.almanac.moment(-3, '10:20')).accept()
}

export const jordan: Story = async (stage) => {
  await handedOff(
    stage,
    { key: 'jordan', on: -3, observed: 'Says school makes his stomach hurt.', partner: 'northbank' },
    'sent',
  )
}

export const ruben: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'ruben')
  await walk.at(almanac.moment(-2, '10:00')).raise('Since his grandfather died he hardly speaks.')
  await walk.at(almanac.moment(-1, '09:10')).decide('b', { reasonCategory: 'loss_and_grief' })
  const { id: caregiverId, language } = walk.caregiver
  await walk.at(almanac.moment(-1, '15:05')).by('maya', logContact, {
    referralId: walk.referralId,
    caregiverId,
    mode: 'phone',
    language,
    result: 'call_back_asked',
    nextOn: almanac.day(1),
    nextAt: '09:00',
  })
}

export const lena: Story = async (stage) => {
  const { walk } = await handedOff(stage, {
    key: 'lena',
    on: -8,
    observed: 'Panics before tests and leaves the room.',
    partner: 'northbank',
  })
  const { moment, day } = stage.almanac
  await walk.at(moment(-1, '16:00')).decline('capacity')
  // The family knows a practice that is not in the directory, and calls there itself.
  const { referralId } = walk
  const practice = { name: 'Bridge Lane Family Practice', phone: '555-0176', service: 'individual' }
  await walk
    .at(moment(-1, '16:25'))
    .by(walk.navigator, nameOutside, { referralId, ...practice, way: 'family_calls', callOn: day(1) })
}

export const guadalupe: Story = async (stage) => {
  await handedOff(
    stage,
    { key: 'guadalupe', on: -1, observed: 'Will not eat with the others. Very tired.' },
    'sent',
  )
}

export const owen: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'owen',
    on: -5,
    observed: 'Cannot sit through a lesson any more.',
  })
  await walk.at(moment(-5, '14:52')).arrange({ on: day(-1), at: '10:00' })
  await walk.at(moment(-4, '09:20')).accept()
}
