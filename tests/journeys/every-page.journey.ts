import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { tellStories } from '../riverside/stories/tell.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'
import { checkAccessible } from './support/watch.ts'
import { house } from '../../src/compose.ts'

/** One of each role, and what a role-holder's second assignment shows is walked in the crisis journey. */
const everyRole: readonly CastKey[] = [
  'joan',
  'daniel',
  'helen',
  'ines',
  'marcus',
  'lucia',
  'maya',
  'grace',
  'ruth',
  'samuel',
  'yolanda',
  'thomas',
  'leila',
  'ben',
  'noor',
  'tomas',
]

/** Pages that show each role something else: read anew by axe for each. */
const variesByRole = new Set(['/today', '/students/:id', '/referrals/:id', '/partners/:id'])

const plain = house.screens.map(({ address }) => address).filter((address) => !address.includes(':'))
const notAllowed = 'leads to a page that this assignment may not open'
const leadsToARecord = /^\/[a-z/-]*[0-9a-f]{8}-[0-9a-f-]{27}/

/** One address of each kind: ids stand for themselves. */
const kindOf = (path: string) =>
  path.split(/[?#]/)[0]?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id') ?? path

const addressKind = ({ address }: { address: string }) => address.replaceAll(/:\w+/g, ':id')
/** Screens no link of the stories leads to. */
const nobodyIsLedTo: string[] = []

type Found = { who: string; path: string; fault: string }

async function faultsOf(page: Page, path: string): Promise<string[]> {
  const reply = await page.goto(path)
  if (reply === null) return ['no answer']
  if (reply.status() === 403) return [notAllowed]
  if (reply.status() >= 400) return [`answered ${reply.status()}`]
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return wide > 0 ? [`${wide} px too wide at 320 px`] : []
}

async function linksOf(page: Page): Promise<string[]> {
  const paths = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  return paths.filter((path) => path !== null).filter((path) => leadsToARecord.test(path))
}

/**
 * Walks what one person can reach: every page without parameters, and the first record of each kind it links
 * to.
 */
async function walkAll(
  stage: Stage,
  key: CastKey,
  { checked, opened }: Record<'checked' | 'opened', Set<string>>,
): Promise<Found[]> {
  const page = await stage.enter(key)
  await page.setViewportSize({ width: 320, height: 640 })
  const waiting = [...plain]
  const seen = new Set<string>()
  const found: Found[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    const faults = await faultsOf(page, path)
    if (faults.includes(notAllowed) && plain.includes(path)) continue
    if (!faults.includes(notAllowed)) opened.add(kind)
    waiting.push(...(await linksOf(page)))
    const reading = variesByRole.has(kind) ? `${kind} ${key}` : kind
    if (stage.scripts && !checked.has(reading)) {
      checked.add(reading)
      const broken = await checkAccessible(page).then(
        () => [],
        (error: Error) => [error.message],
      )
      faults.push(...broken)
    }
    found.push(...faults.map((fault) => ({ who: cast[key].name, path: kind, fault })))
  }
  return found
}

journey(
  'Everybody opens every page of theirs: it answers, reads well with any device, and fits a small phone',
  async (stage) => {
    await tellStories(stage.db, { now: stage.clock.now(), onProgress: () => undefined })
    const so = { checked: new Set<string>(), opened: new Set<string>() }
    const found: Found[] = []
    for (const key of everyRole) found.push(...(await walkAll(stage, key, so)))
    expect(found).toEqual([])
    expect(house.screens.map(addressKind).filter((kind) => !so.opened.has(kind))).toEqual(nobodyIsLedTo)
  },
  900_000,
)
