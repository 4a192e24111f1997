import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { cast } from '../riverside/cast.ts'
import { until } from '../support/until.ts'
import { follows, presses, reads, sees } from './steps/page.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

/** What the browser keeps under a name. */
const keptIn = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(async (named) => {
    const cache = await caches.open(named)
    const read = async (each: Request) => (await cache.match(each))?.text()
    return (await Promise.all((await cache.keys()).map(read))).map(String)
  }, name)
const pressesKept = async (page: Page) => (await keptIn(page, 'crisis-presses')).length
/** Waits until the page that is kept was read as this person. */
const isKeptFor = (page: Page, personId: string) =>
  until(async () => (await keptIn(page, 'crisis-page')).join('').includes(`data-reader="${personId}"`))

const entries = async ({ admin }: Stage) =>
  (
    await admin.query<{ what: string; by: string }>(
      'select what, entered_by as by from crisis_entry order by entered_at, id',
    )
  ).rows.map(({ what, by }) => [what, by])
const incidents = async ({ admin }: Stage) =>
  (await admin.query<{ n: number }>('select count(*)::int as n from crisis_incident')).rows[0]?.n

/** A long call: nobody touches the page, and the session ends. */
const aLongCall = ({ clock }: Stage) => clock.set(new Date(clock.now().getTime() + 16 * 60_000))

async function signsInFromHere(page: Page, name: string) {
  await follows(page, 'Sign in')
  await presses(page, name)
}

let address = ''
async function givenKarenIsAtAnIncident({ enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const karen = await enter('karen')
  await karen.goto('/crisis')
  await isKeptFor(karen, cast.karen.id)
  await presses(karen, 'Start the incident')
  await sees(karen, 'Student not named yet')
  address = new URL(karen.url()).pathname
}

async function whatShePressesAfterALongCallIsKept(stage: Stage) {
  const karen = await stage.enter('karen')
  aLongCall(stage)
  await presses(karen, 'An adult stays with the student')
  await sees(karen, 'Crisis, signed out')
  await reads(karen, /You are signed out\. Call first; sign in to send what you pressed\./)
  await reads(karen, /\d\d:\d\d An adult stays with the student/)
  await karen.getByRole('link', { name: /^911/ }).first().waitFor()
  await stage.accessible(karen)
  expect(await pressesKept(karen)).toBe(1)
  expect(await entries(stage)).toEqual([])
}

async function andSomebodyElseWhoSignsInThereSendsNothing(stage: Stage) {
  const karen = await stage.enter('karen')
  await stage.takeSeat(karen, 'ruth')
  await karen.goto(address)
  await sees(karen, 'Student not named yet')
  await isKeptFor(karen, cast.ruth.id)
  await karen.goto('/crisis/offline')
  await reads(karen, /This page stays on this device/)
  expect(await karen.getByText('Kept on this device, not sent yet').isVisible()).toBe(false)
  expect(await pressesKept(karen)).toBe(1)
  expect(await entries(stage)).toEqual([])
}

async function thenItIsThereOnceWhenSheSignsInAgain(stage: Stage) {
  const karen = await stage.enter('karen')
  aLongCall(stage)
  await karen.goto(address)
  await sees(karen, 'Crisis, signed out')
  await signsInFromHere(karen, cast.karen.name)
  await reads(karen.locator('.script'), 'An adult stays with the student')
  expect(new URL(karen.url()).pathname).toBe(address)
  await isKeptFor(karen, cast.karen.id)
  await karen.reload()
  expect(await entries(stage)).toEqual([['not_alone', cast.karen.id]])
  expect(await pressesKept(karen)).toBe(0)
}

async function andAnIncidentBeginsSoToo(stage: Stage) {
  const karen = await stage.enter('karen')
  await karen.goto('/crisis')
  await sees(karen, 'Crisis')
  aLongCall(stage)
  await presses(karen, 'Start the incident')
  await sees(karen, 'Crisis, signed out')
  await presses(karen, 'What could hurt is out of reach')
  await reads(karen, /\d\d:\d\d Begin the record/)
  await reads(karen, /\d\d:\d\d What could hurt is out of reach/)
  expect(await incidents(stage)).toBe(1)
  await signsInFromHere(karen, cast.karen.name)
  await reads(karen.locator('.script'), 'What could hurt is out of reach')
  expect(await incidents(stage)).toBe(2)
  expect(await entries(stage)).toEqual([
    ['not_alone', cast.karen.id],
    ['things_away', cast.karen.id],
  ])
}

journeyOfBoth(
  'A session that ends in the middle of an incident stops no press: it is kept, and sent once as whoever pressed it',
  async (stage) => {
    await givenKarenIsAtAnIncident(stage)
    await whatShePressesAfterALongCallIsKept(stage)
    await andSomebodyElseWhoSignsInThereSendsNothing(stage)
    await thenItIsThereOnceWhenSheSignsInAgain(stage)
    await andAnIncidentBeginsSoToo(stage)
  },
  180_000,
)
