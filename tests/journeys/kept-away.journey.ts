import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { breakGlass } from '#people/break-glass.ts'
import { families } from '../riverside/families.ts'
import { perform } from '../riverside/stories/teller.ts'
import { opens } from './steps/asks.ts'
import { answers, follows, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { mateo } = families
const name = nameOf('mateo')
const order = 'Docket 2231'
const why = 'He is in my office and says that he has a visit this week.'
const place = `/students/${mateo.id}`

async function givenPeopleWhoSeeMateo(stage: Stage) {
  await aVisitIsArranged(stage, 'mateo', '2026-10-15')
  const opening = { number: mateo.localId, bornOn: mateo.born, reason: 'here_now', words: why }
  await perform({ ...stage.being('priya'), provenLately: true }, breakGlass, opening)
  const elena = await stage.enter('elena')
  await elena.goto('/family')
  await sees(elena, /Mateo/)
  for (const key of ['daniel', 'priya'] as const) {
    const page = await stage.enter(key)
    await page.goto(place)
    await sees(page, name)
  }
}

/** On the next request, at each address they had open, in each face. */
async function isNotThere(page: Page, ...paths: string[]) {
  for (const path of paths) {
    const asked = performance.now()
    const reply = await page.request.get(path, { headers: { accept: 'application/json' } })
    expect(reply.status()).toBe(404)
    expect(performance.now() - asked).toBeLessThan(1000)
  }
  await page.reload()
  await sees(page, /There is nothing here that you can open|Aquí no hay nada que usted pueda abrir/)
}

async function keepsAway(leila: Page, who: string, kind: string) {
  await leila.goto(`${place}/blocks`)
  await types(leila, 'Name or address of the person', who)
  await presses(leila, 'Find')
  await answers(leila, 'Which person', new RegExp(who))
  await answers(leila, 'Why', kind)
}

async function whenACustodyOrderComes({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await keepsAway(leila, 'Elena Rivas', 'Custody order')
  await presses(leila, 'Keep away')
  await reads(leila, /Say where the order is kept/)
  await accessible(leila)
  await types(leila, 'Where the order is kept', order)
  await presses(leila, 'Keep away')
  await reads(leila.getByRole('table', { name: 'Kept away now' }), 'Elena Rivas')
  await accessible(leila)
}

async function thenTheMotherSeesNothingOnHerNextRequest({ enter, accessible }: Stage) {
  const elena = await enter('elena')
  await isNotThere(elena, '/family')
  expect(await elena.content()).not.toMatch(/Mateo|order|kept/i)
  await accessible(elena)
}

async function whenDanielStepsBackFromANephew({ enter, accessible }: Stage) {
  const daniel = await enter('daniel')
  await unfolds(daniel, 'More about the student')
  await follows(daniel, 'I know them privately')
  await sees(daniel, `Step back from ${name}?`)
  await accessible(daniel)
  await presses(daniel, 'Step back')
  await sees(daniel, 'Today')
}

async function thenMateoIsNotThereForHim({ enter }: Stage) {
  const daniel = await enter('daniel')
  for (const path of ['/today', '/referrals', `/search?q=${mateo.family}`]) {
    await opens(daniel, path)
    expect((await daniel.getByRole('main').innerText()).replaceAll(`“${mateo.family}”`, '')).not.toContain(
      mateo.family,
    )
  }
  await daniel.goto(place)
  await isNotThere(daniel, place)
}

async function whenABlockComesOverBrokenGlass({ enter }: Stage) {
  const leila = await enter('leila')
  await keepsAway(leila, 'Priya Nair', 'Conflict of interest')
  await presses(leila, 'Keep away')
  await reads(leila.getByRole('table', { name: 'Kept away now' }), 'Priya Nair')
  const priya = await enter('priya')
  await isNotThere(priya, place)
}

async function thenTheGlassOpensNothingAnyMore({ enter, accessible }: Stage) {
  const priya = await enter('priya')
  await priya.goto('/break-glass')
  await types(priya, /number at school/, mateo.localId)
  await types(priya, 'Date of birth', mateo.born)
  await answers(priya, 'Why do you need it now?', /at my school now/)
  await types(priya, 'In your own words', why)
  await presses(priya, 'Open this student')
  await reads(priya, /do not lead to one student you can open/)
  await accessible(priya)
}

async function whenTheOrderEndsSheReadsAgain({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto(`${place}/blocks`)
  await follows(leila, 'Lift it Elena Rivas')
  await sees(leila, 'Let Elena Rivas see this student again?')
  await accessible(leila)
  await answers(leila, 'Why it ends', 'The order has ended')
  await presses(leila, 'Lift it')
  await reads(leila.getByRole('table', { name: 'Earlier' }), 'The order has ended')
  const elena = await enter('elena')
  await elena.reload()
  await sees(elena, /Mateo/)
}

journey(
  'A custody order and a conflict of interest win over every grant, also over broken glass, until they are lifted',
  async (stage) => {
    await givenPeopleWhoSeeMateo(stage)
    await whenACustodyOrderComes(stage)
    await thenTheMotherSeesNothingOnHerNextRequest(stage)
    await whenDanielStepsBackFromANephew(stage)
    await thenMateoIsNotThereForHim(stage)
    await whenABlockComesOverBrokenGlass(stage)
    await thenTheGlassOpensNothingAnyMore(stage)
    await whenTheOrderEndsSheReadsAgain(stage)
  },
)
