import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { until } from '../support/until.ts'
import { presses, reads, sees } from './steps/page.ts'
import { axeAddress } from './support/axe.ts'
import { journeyOfBoth } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

/** What the browser keeps of our pages, by name and in full. */
const keptOn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const all: Record<string, string[]> = {}
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const kept = await Promise.all(
        (await cache.keys()).map(async (each) => `${each.url} ${await (await cache.match(each))?.text()}`),
      )
      all[name] = kept
    }
    return all
  })

const entries = async ({ admin }: Stage) =>
  (
    await admin.query<{ kind: string; what: string; times: number }>(
      'select kind, what, count(*)::int as times from crisis_entry group by kind, what order by min(id::text)',
    )
  ).rows.map(({ kind, what, times }) => `${kind} ${what} ${times}`)
const incidents = async ({ admin }: Stage) =>
  (await admin.query<{ n: number }>('select count(*)::int as n from crisis_incident')).rows[0]?.n

async function givenKarenIsAtAnIncident({ enter, at }: Stage) {
  at('2026-10-13T20:30:00Z')
  const karen = await enter('karen')
  await karen.goto('/crisis')
  await until(async () => ((await keptOn(karen))['crisis-page'] ?? []).length > 2)
  await presses(karen, 'Start the incident')
  await sees(karen, 'Student not named yet')
}

async function whenTheNetworkIsGoneWhatShePressesIsKept(stage: Stage) {
  const karen = await stage.enter('karen')
  // What asks whether a page is accessible is there without a network: the page is the one that is kept.
  const axe = await karen.evaluate(async (address) => (await fetch(address)).text(), axeAddress)
  await karen.route(`**${axeAddress}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: axe }),
  )
  await karen.context().setOffline(true)
  await presses(karen, 'An adult stays with the student')
  await sees(karen, 'Kept on this device, not sent yet')
  await reads(karen, /\d\d:\d\d An adult stays with the student/)
  await karen.getByRole('link', { name: /^911/ }).first().waitFor()
  await sees(karen, 'The script')
  await stage.accessible(karen)
  await presses(karen, 'We called: Emergency services')
  await reads(karen, /\d\d:\d\d We called: Emergency services/)
  const kept = (await keptOn(karen))['crisis-presses'] ?? []
  expect(kept).toHaveLength(2)
  for (const each of kept)
    expect(Object.keys(JSON.parse(each.slice(each.indexOf(' '))) as object).sort()).toEqual(
      'at given key path reader'.split(' '),
    )
  expect(await entries(stage)).toEqual([])
}

/** What fails as the network comes back is tried again every fifteen seconds: nothing tells of a server. */
const goesOn = { timeout: 30_000 }
const comes = ({ page, what }: { page: Page; what: string }) =>
  page.locator('.script').getByText(what).first().waitFor(goesOn)

/** Nobody presses anything: the page goes on by itself. */
async function thenItIsThereOnceWhenTheNetworkIsBack(stage: Stage) {
  const karen = await stage.enter('karen')
  const listens = karen.waitForResponse(/\/events\?/, goesOn)
  await karen.context().setOffline(false)
  await listens
  await reads(karen.locator('.script'), 'An adult stays with the student')
  await reads(karen.locator('.script'), 'We called: Emergency services')
  expect(await entries(stage)).toEqual(['safety_done not_alone 1', 'response_called emergency_services 1'])
  expect((await keptOn(karen))['crisis-presses']).toEqual([])
}

async function andSoItIsWhenTheServerWasKilled(stage: Stage) {
  const karen = await stage.enter('karen')
  await stage.kill()
  await presses(karen, 'I do: Stays with the student')
  await reads(karen, /\d\d:\d\d I do: Stays with the student/)
  await karen.reload()
  await reads(karen, /\d\d:\d\d I do: Stays with the student/)
  await stage.restart()
  await comes({ page: karen, what: 'Stays with the student' })
  expect(await entries(stage)).toContain('role_named stays 1')
  expect(await incidents(stage)).toBe(1)
}

/** Telling a caregiver and handing over are pressed too: without a network, and while the server is gone. */
async function andSoAreTheCaregiverAndTheHandover(stage: Stage) {
  const karen = await stage.enter('karen')
  await karen.context().setOffline(true)
  await karen.reload()
  await reads(karen, 'Is somebody hurt, or is something dangerous in reach?')
  await reads(karen, 'Moderate: a team comes to the school. Stay together until it is there.')
  await presses(karen, 'A caregiver was told, by phone')
  await reads(karen, /\d\d:\d\d A caregiver was told, by phone/)
  await stage.kill()
  await karen.context().setOffline(false)
  await presses(karen, 'The student is now: With the mobile crisis team')
  await reads(karen, /\d\d:\d\d The student is now: With the mobile crisis team/)
  await stage.restart()
  await comes({ page: karen, what: 'With the mobile crisis team' })
  await comes({ page: karen, what: 'A caregiver was told' })
  const all = await entries(stage)
  expect(all.filter((each) => /^(?:caregiver|handed)/.test(each))).toEqual([
    'caregiver_told null 1',
    'handed_over with_mobile_crisis 1',
  ])
}

/** A device keeps no names: the page asks for them, with what was pressed and when. */
async function andWhoWasToldIsAskedThen(stage: Stage) {
  const karen = await stage.enter('karen')
  const step = karen.locator('details', { hasText: '6. Tell a caregiver' }).first()
  await step.locator('summary').first().click()
  await reads(step, /Pressed at \d\d:\d\d without a network: A caregiver was told. By phone/)
  await step.getByLabel('Who was told?').fill('Rosa Whelan')
  await step.getByLabel('That the student is safe now').check()
  await step.getByRole('button', { name: 'A caregiver was told' }).click()
  await comes({ page: karen, what: 'Rosa Whelan' })
  expect(await entries(stage)).toContain('caregiver_told safe_now 1')
}

async function andAnIncidentCanBeginWithoutANetwork(stage: Stage) {
  const karen = await stage.enter('karen')
  await karen.context().setOffline(true)
  await karen.goto('/crisis')
  await sees(karen, 'Crisis, without a network')
  await presses(karen, 'Begin the record')
  await presses(karen, 'What could hurt is out of reach')
  await reads(karen, /\d\d:\d\d Begin the record/)
  await karen.context().setOffline(false)
  await comes({ page: karen, what: 'What could hurt is out of reach' })
  expect(await incidents(stage)).toBe(2)
  expect(await entries(stage)).toContain('safety_done things_away 1')
}

async function andSigningOutClearsTheDevice(stage: Stage) {
  const karen = await stage.enter('karen')
  await presses(karen, 'Sign out')
  await karen.waitForURL('**/sign-in*')
  await until(async () => Object.keys(await keptOn(karen)).length === 0)
  expect(await karen.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
}

journeyOfBoth(
  'With the network gone the crisis page shows whom to call, the script, the rubric and the tree, and nothing that is pressed is lost or comes twice',
  async (stage) => {
    await givenKarenIsAtAnIncident(stage)
    await whenTheNetworkIsGoneWhatShePressesIsKept(stage)
    await thenItIsThereOnceWhenTheNetworkIsBack(stage)
    await andSoItIsWhenTheServerWasKilled(stage)
    await andSoAreTheCaregiverAndTheHandover(stage)
    await andWhoWasToldIsAskedThen(stage)
    await andAnIncidentCanBeginWithoutANetwork(stage)
    await andSigningOutClearsTheDevice(stage)
  },
  240_000,
)
