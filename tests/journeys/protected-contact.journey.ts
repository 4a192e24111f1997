import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { families } from '../riverside/families.ts'
import { answers, follows, presses, reads, sees, ticks, types, unfolds } from './steps/page.ts'
import { nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { sofia } = families
const name = nameOf('sofia')
const { name: mother, phone } = sofia.caregivers[0] as (typeof sofia.caregivers)[number]
const address = '17 Unlisted Row'
const place = `/students/${sofia.id}/protected-contacts`

const saysNothingOfIt = async (page: Page) => {
  const shown = await page.content()
  expect([phone, address].filter((secret) => shown.includes(secret))).toEqual([])
}

async function whenAnOrderProtectsTheMothersAddress({ at, enter, accessible }: Stage) {
  at('2026-10-13T20:30:00Z')
  const leila = await enter('leila')
  await leila.goto(`/students/${sofia.id}/readers`)
  await follows(leila, 'Protected contacts')
  await sees(leila, `Protected contacts of ${name}`)
  await accessible(leila)
  await answers(leila, 'Whose contact?', mother)
  await answers(leila, 'Why is it protected?', 'A protective order')
  await types(leila, 'Last day', '2027-06-30')
  await types(leila, /^Address/, address)
  await presses(leila, 'Protect it')
  await reads(leila, /Name at least one person who may read it/)
  await accessible(leila)
  await ticks(leila, /Leila Haddad/, /Maya Okafor/)
  await presses(leila, 'Protect it')
  await reads(leila, /Protected until/)
  await reads(leila, address)
  await accessible(leila)
}

async function thenTheNavigatorInChargeReadsIt({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/students/${sofia.id}`)
  await reads(maya, /contact protected until/)
  await saysNothingOfIt(maya)
  await unfolds(maya, 'More about the student')
  await follows(maya, 'Protected contacts')
  await reads(maya, address)
  await reads(maya, phone)
  await unfolds(maya, 'Change what is kept')
  await accessible(maya)
  await types(maya, /^Phone/, '555-0188')
  await presses(maya, 'Keep it')
  await reads(maya, '555-0188')
}

async function andNobodyElseWhateverTheirRole({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await daniel.goto(place)
  await reads(daniel, /Ask one of them\. Messages that Throughline sends still arrive\./)
  await reads(daniel, 'Leila Haddad, Maya Okafor')
  await saysNothingOfIt(daniel)
  await accessible(daniel)
  for (const path of ['', '/details', `/caregivers/${sofia.caregivers[0]?.id}`]) {
    await daniel.goto(`/students/${sofia.id}${path}`)
    await saysNothingOfIt(daniel)
    expect(await daniel.content()).not.toContain('555-0188')
  }
  await reads(daniel, /What you write stays protected/)
}

async function untilTheOrderEnds({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto(place)
  await unfolds(leila, 'End the protection')
  await answers(leila, 'Why does it end?', 'The order has ended')
  await presses(leila, 'End it')
  await reads(leila, 'No contact is protected.')
  await reads(leila.getByRole('table', { name: 'Ended' }), 'The order has ended')
  await accessible(leila)
  const maya = await enter('maya')
  await maya.goto(`/students/${sofia.id}`)
  await reads(maya, '555-0188')
}

journey(
  'How a mother is reached is protected by an order: the two who are named read it, and nobody else, until it ends',
  async (stage) => {
    await whenAnOrderProtectsTheMothersAddress(stage)
    await thenTheNavigatorInChargeReadsIt(stage)
    await andNobodyElseWhateverTheirRole(stage)
    await untilTheOrderEnds(stage)
  },
)
