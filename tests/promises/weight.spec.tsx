import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { assignableRoles, careTeam, partnerStaff, type Role, sideOf } from '#access/roles.ts'
import { shellForSpecs } from '#design/shell-for-specs.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { TrackerPage } from '#referrals/screens/tracker.tsx'
import { formPartsOf } from '#standards/form-parts.ts'
import { kinds } from '#standards/kinds.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { tooHeavy } from '#tests/support/weight.ts'
import { wideDistrict, type WideDistrict } from '#tests/support/wide-district.ts'
import { house } from '../../src/compose.ts'

vi.setConfig({ testTimeout: 120_000 })

let wide: WideDistrict
let pages: Awaited<ReturnType<typeof pagesOf<Role>>>
beforeAll(async () => {
  wide = await wideDistrict()
  pages = await pagesOf(wide, (role: Role) => wide.inRole(role))
})
afterAll(async () => {
  await pages.close()
  await wide.close()
})

const workers = assignableRoles.filter((role) => ['school', 'partner'].includes(sideOf(role)))
const plain = house.screens.filter(({ address, open }) => !open && !address.includes(':'))
const mayOpen = (role: Role) =>
  plain.filter(({ look }) => look.by.includes(role)).map(({ address }) => address)
/** Every part of the model is a page, and so is each of its forms. */
const ofStandards = kinds.flatMap((kind) => [
  `/standards/${kind}`,
  `/standards/${kind}/new`,
  ...formPartsOf(kind).map((part) => `/standards/${kind}/new?list=${part}`),
])
/** The same pages as people come to them by filters, names and pages. */
const asked = [
  '/today?show=late',
  '/today?show=later',
  '/today?show=high',
  '/referrals?school=riverbend',
  '/referrals?navigator=maria&school=arts',
  '/referrals?sort=newest',
  '/concerns?school=riverbend',
  '/crisis?school=riverbend',
  '/schools?named=riverbend',
  '/triage-queues?named=riverbend',
  ...ofStandards,
]

async function read(role: Role, addresses: readonly string[]) {
  const found: { name: string; html: string }[] = []
  for (const address of addresses) {
    const { status, html } = await pages.get(role, address)
    if (status === 200) found.push({ name: `${address} as ${role}`, html })
  }
  return found
}

test('no page weighs more than the house allows, for anybody, in a district with hundreds of schools and navigators', async () => {
  for (const role of workers) {
    const own = await read(role, mayOpen(role))
    expect(own.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        `/today as ${role}`,
        ...((careTeam as readonly Role[]).includes(role) ? [`/referrals as ${role}`] : []),
      ]),
    )
    expect(tooHeavy([...own, ...(await read(role, asked))])).toEqual([])
  }
  expect(pages.broken).toEqual([])
})

test('the pages were full when they were weighed', async () => {
  const today = await pages.get('navigator', '/today')
  expect(today.html).toContain('See all')
  expect(today.html.match(/<li data-s=/g)?.length).toBeGreaterThan(30)
  expect((await pages.get('counselor', '/today')).html.match(/<li data-s=/g)?.length).toBeGreaterThan(30)
  const tracker = await pages.get('designated_lead', '/referrals')
  expect(tracker.html.match(/<tr>/g)).toHaveLength(21)
  expect(tracker.html).toContain('rel="next"')
  expect((await pages.get('nurse', '/concerns')).html.match(/<tr>/g)).toHaveLength(41)
  expect((await pages.get('navigator', '/schools')).html.match(/<tr>/g)?.length).toBeGreaterThan(40)
})

test('a list of every school and navigator on the tracker would be found', async () => {
  const seen = await lookTracker.see(wide.as(wide.inRole('designated_lead')), {})
  const { rows } = await wide.admin.query<{ id: string; name: string }>(
    `select id, name from school union all select id, name from person`,
  )
  const listed = { ...seen.choices.school, offered: rows }
  const shell = shellForSpecs()
  const page = (choices: typeof seen.choices) =>
    renderToString(TrackerPage({ ...seen, choices }, { shell } as never))
  const light = { name: 'as it is', html: page(seen.choices) }
  const heavy = { name: 'with a list', html: page({ ...seen.choices, school: listed }) }
  expect(tooHeavy([light, heavy])).toEqual([expect.stringMatching(/^with a list: \d+ bytes$/)])
})

test('an agency has no tracker, and its pages are weighed too', async () => {
  for (const role of partnerStaff) {
    expect((await pages.get(role, '/referrals')).status).toBe(403)
    expect((await read(role, mayOpen(role))).map(({ name }) => name)).toContain(`/inbox as ${role}`)
  }
})
