import { logContact } from '#handoffs/log-contact.ts'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import type { FamilyKey } from '../families.ts'
import type { PartnerKey } from '../places.ts'
import type { Almanac } from './almanac.ts'
import { type Teller, Walk } from './walk.ts'

/** One story: how a family came to where it stands now. */
export type Story = (stage: { teller: Teller; almanac: Almanac }) => Promise<void>

type Opening = { key: FamilyKey; on: number; observed: string; partner?: PartnerKey; late?: boolean }

/** Concern, decision, call, consent, packet, receipt: what most stories begin with. */
async function handedOff(
  { teller, almanac }: Parameters<Story>[0],
  { key, on, observed, partner = 'cedarStreet', late = false }: Opening,
  until: 'sent' | 'received' = 'received',
) {
  const walk = new Walk(teller, key)
  const { moment } = almanac
  await walk.at(moment(on - 1, '10:15')).raise(observed)
  await walk.at(moment(on, '08:50')).decide('b')
  const day = late ? on + 1 : on
  if (late) await walk.at(moment(on, '09:30')).callWithoutAnswer(almanac.day(on + 1))
  await walk.at(moment(day, '14:20')).talk(partner)
  await walk.at(moment(day, '14:34')).consent()
  await walk.at(moment(day, '14:40')).send()
  if (until === 'received') await walk.at(moment(day, '14:46')).confirmReceiptByPhone()
  return { walk, day }
}

const sofia: Story = async (stage) => {
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
  await walk.at(moment(-1, '10:30')).agree({ attendance: '5 of the last 20 days missed' })
}

const mateo: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'mateo')
  await walk.at(almanac.moment(-1, '11:30')).raise('Falls asleep in class. Says he lies awake.')
  await walk.at(almanac.moment(0, '08:05')).decide('b')
}

const amina: Story = async ({ teller, almanac }) => {
  const walk = new Walk(teller, 'amina')
  await walk.at(almanac.moment(-1, '12:10')).raise('Cries at drop-off every morning since the move.')
  await walk.at(almanac.moment(0, '08:00')).decide('b')
  await walk.at(almanac.moment(0, '08:20')).callWithoutAnswer(almanac.day(1))
}

const theo: Story = async (stage) => {
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
}

const kayla: Story = async (stage) => {
  const { walk } = await handedOff(stage, {
    key: 'kayla',
    on: -4,
    observed: 'Has missed nine days since the start of the year.',
  })
  await walk.at(stage.almanac.moment(-3, '10:20')).accept()
}

const eli: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'eli',
    on: -36,
    observed: 'Stopped handing in work, sits alone at lunch.',
    partner: 'northbank',
  })
  await walk.at(moment(-36, '14:52')).arrange({ on: day(-33) })
  await walk.at(moment(-35, '11:00')).accept()
  await walk.at(moment(-33, '17:45')).result('attended')
  await walk.at(moment(-31, '09:15')).feedback()
}

const jordan: Story = async (stage) => {
  await handedOff(
    stage,
    { key: 'jordan', on: -3, observed: 'Says school makes his stomach hurt.', partner: 'northbank' },
    'sent',
  )
}

/** Referred on the first day of a week, and seen on the next: the same week, whatever day it is told on. */
const wren: Story = async (stage) => {
  const { moment, day, weekBegan } = stage.almanac
  const on = weekBegan(2)
  const { walk } = await handedOff(stage, {
    key: 'wren',
    on,
    observed: 'Leaves every group she was in, and says nobody would notice.',
    partner: 'northbank',
  })
  await walk.at(moment(on, '14:52')).arrange({ on: day(on + 1) })
  await walk.at(moment(on, '15:40')).accept()
  await walk.at(moment(on + 1, '17:55')).result('attended')
  await walk.at(moment(on + 3, '13:00')).feedback()
}

const nadia: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'nadia',
    on: -3,
    observed: 'Worries about everything, asks to go home.',
  })
  await walk.at(moment(-3, '14:52')).arrange({ on: day(-1) })
  await walk.at(moment(-2, '09:40')).accept()
  await walk.at(moment(-2, '14:10')).remind('confirmed', 'text')
  await walk.at(moment(-1, '18:05')).result('attended')
}

const ruben: Story = async ({ teller, almanac }) => {
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

const lena: Story = async (stage) => {
  const { walk } = await handedOff(stage, {
    key: 'lena',
    on: -8,
    observed: 'Panics before tests and leaves the room.',
    partner: 'northbank',
  })
  await walk.at(stage.almanac.moment(-1, '16:00')).decline('capacity')
}

const jonas: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const walk = new Walk(stage.teller, 'jonas')
  await walk.at(moment(-38, '10:00')).raise('Angry outbursts, then tears.')
  await walk.at(moment(-37, '08:40')).decide('b', { reasonCategory: 'anger_and_conflict' })
  await walk.at(moment(-37, '14:00')).talk()
  await walk.at(moment(-37, '14:10')).consent({}, day(3))
  await walk.at(moment(-37, '14:15')).send()
  await walk.at(moment(-37, '14:20')).confirmReceiptByPhone()
  await walk.at(moment(-37, '14:30')).arrange({ on: day(-34) })
  await walk.at(moment(-36, '09:00')).accept()
  await walk.at(moment(-34, '17:50')).result('attended')
  await walk.at(moment(-32, '10:00')).feedback()
  await walk.at(moment(-12, '10:00')).oneMonth()
}

const priya: Story = async (stage) => {
  await handedOff(
    stage,
    { key: 'priyaR', on: -1, observed: 'Will not eat with the others. Very tired.' },
    'sent',
  )
}

const owen: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'owen',
    on: -5,
    observed: 'Cannot sit through a lesson any more.',
  })
  await walk.at(moment(-5, '14:52')).arrange({ on: day(-1), at: '10:00' })
  await walk.at(moment(-4, '09:20')).accept()
}

const hana: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'hana',
    on: -13,
    observed: 'Low for weeks, says nothing helps.',
  })
  await walk.at(moment(-13, '14:52')).arrange({ on: day(-11) })
  await walk.at(moment(-12, '10:10')).accept()
  await walk.at(moment(-12, '11:30')).remind('not_delivered', 'text')
  await walk.at(moment(-12, '15:40')).remind('confirmed')
  await walk.at(moment(-11, '17:55')).result('attended')
  await walk.at(moment(-9, '13:00')).feedback()
  await walk.at(moment(-9, '13:20')).agree({
    attendance: '6 of the last 20 days missed',
    engagement: 'First visit kept',
  })
  await walk.at(moment(-2, '13:10')).agree({
    attendance: '1 of the last 7 days missed',
    crisis_contacts: 'None since September',
  })
}

const emma: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'emma',
    on: -37,
    observed: 'Hides in the restroom between lessons.',
  })
  await walk.at(moment(-37, '14:52')).arrange({ on: day(-34) })
  await walk.at(moment(-36, '09:30')).accept()
  await walk.at(moment(-34, '17:40')).result('attended')
  await walk.at(moment(-32, '09:00')).feedback()
  await walk.at(moment(-12, '09:45')).oneMonth()
  await walk.at(moment(-10, '15:10')).close()
}

export const loops: Record<string, Story> = {
  sofia,
  mateo,
  amina,
  theo,
  kayla,
  eli,
  jordan,
  wren,
  nadia,
  ruben,
  lena,
  jonas,
  priya,
  owen,
  hana,
  emma,
}
