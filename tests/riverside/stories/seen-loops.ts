import { handedOff } from './handed-off.ts'
import { connected, stalled } from './stalled-once.ts'
import type { Story } from './story.ts'
import { Walk } from './walk.ts'

export const eli: Story = async (stage) => {
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
  await walk.at(moment(-31, '09:25')).coordinate()
  await walk.at(moment(-1, '14:10')).askFurther()
}

/** Referred on the first day of a week, and seen on the next: the same week, whatever day it is told on. */
export const wren: Story = async (stage) => {
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
  await walk.at(moment(on + 3, '13:10')).coordinate()
}

export const nadia: Story = async (stage) => {
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

export const jonas: Story = async (stage) => {
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
  await walk
    .at(moment(-34, '18:20'))
    .note('First visit. Talked about what comes before the outbursts. Again in a week.')
  await walk.at(moment(-32, '10:00')).feedback()
  await walk.at(moment(-27, '09:30')).milestone('plan_completed', day(-28))
  await walk.at(moment(-12, '10:00')).oneMonth()
  await walk.at(moment(-11, '09:30')).milestone('first_reached', day(-13))
}

export const hana: Story = async (stage) => {
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
  await walk.at(moment(-9, '13:10')).coordinate()
  await walk.at(moment(-9, '13:20')).agree({
    attendance: '6 of the last 20 days missed',
    engagement: 'First visit kept',
  })
  await walk.at(moment(-2, '13:10')).agree({
    attendance: '1 of the last 7 days missed',
    crisis_contacts: 'None since September',
  })
  const signalId = await walk.at(moment(-2, '14:40')).signal('call_today')
  await walk.at(moment(-2, '14:52')).takeUp(signalId)
}

export const emma: Story = async (stage) => {
  const { moment, day } = stage.almanac
  const { walk } = await handedOff(stage, {
    key: 'emma',
    on: -37,
    observed: 'Hides in the restroom between lessons.',
  })
  await walk.at(moment(-37, '14:52')).arrange({ on: day(-34) })
  const escalationId = await stalled(stage, walk, -36)
  await walk.at(moment(-36, '11:30')).accept()
  await walk.at(moment(-34, '17:40')).result('attended')
  await connected(stage, escalationId, moment(-33, '09:10'))
  await walk.at(moment(-32, '09:00')).feedback()
  await walk.at(moment(-12, '09:45')).oneMonth()
  await walk.at(moment(-10, '15:10')).close()
}
