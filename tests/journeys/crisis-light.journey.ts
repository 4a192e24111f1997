import type { Page, Request } from '@playwright/test'
import { expect } from 'vitest'
import { presses, sees } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const most = 40 * 1024
const expected = ['document', 'stylesheet', 'script']

/**
 * Everything a browser that has nothing yet is sent for a page, in bytes by kind: also letters and pictures,
 * where it asks for any. What the worker fetches later, so that it is there without a network, is not of it.
 */
async function sentFor(page: Page, open: () => Promise<unknown>): Promise<Record<string, number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  await devtools.detach()
  const sent: Record<string, number> = {}
  const noting: Promise<void>[] = []
  const note = async (request: Request) => {
    const kind = request.resourceType()
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    sent[kind] = (sent[kind] ?? 0) + responseBodySize + responseHeadersSize
  }
  const hear = (request: Request) => void noting.push(note(request))
  page.on('requestfinished', hear)
  await open()
  await page.waitForLoadState('networkidle')
  page.off('requestfinished', hear)
  await Promise.all(noting)
  return sent
}
const total = (sent: Record<string, number>) => Object.values(sent).reduce((sum, each) => sum + each, 0)

async function theCrisisPageIsLight({ enter, scripts }: Stage) {
  const karen = await enter('karen')
  expect(Object.keys(await sentFor(karen, () => karen.goto('/today')))).toContain('font')
  const sent = await sentFor(karen, () => karen.goto('/crisis'))
  const kinds = expected.filter((kind) => scripts || kind !== 'script')
  expect(Object.keys(sent).sort()).toEqual(kinds.sort())
  expect(total(sent)).toBeGreaterThan(8 * 1024)
  expect(total(sent)).toBeLessThan(most)
}

/** Everything is in reach of a thumb, nothing lies beside the screen, and one press begins the record. */
async function andIsUsableInOneHand({ enter }: Stage) {
  const karen = await enter('karen')
  await karen.setViewportSize({ width: 320, height: 640 })
  await karen.goto('/crisis')
  const emergency = await karen.getByRole('link', { name: /^911/ }).first().boundingBox()
  const begin = await karen.getByRole('button', { name: 'Start the incident' }).boundingBox()
  for (const box of [emergency, begin]) {
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(640)
  }
  const wider = await karen.getByRole('main').evaluate((main) => main.scrollWidth > main.clientWidth + 1)
  expect(wider).toBe(false)
  await presses(karen, 'Start the incident')
  await sees(karen, 'Student not named yet')
}

journey(
  'The crisis page weighs less than 40 KB in all and is usable in one hand, with scripts and without',
  async (stage) => {
    stage.at('2026-10-13T20:30:00Z')
    await theCrisisPageIsLight(stage)
    await andIsUsableInOneHand(stage)
  },
)
