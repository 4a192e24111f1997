import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { answerOf, nobodysId } from './steps/answers.ts'
import { sees, types } from './steps/page.ts'
import { lakeside, openLakeside } from './steps/other-district.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'
import { families } from '../riverside/families.ts'

const kayla = nameOf('kayla')
const known = { referral: '', concern: '', appointment: '', reminder: '' }
const faces = ['text/html', 'application/json'] as const

async function givenAFamilyIsWithCedarStreet(stage: Stage) {
  const walk = await aVisitIsArranged(stage, 'kayla', '2026-10-15')
  Object.assign(known, {
    referral: walk.referralId,
    concern: walk.concernId,
    appointment: walk.appointmentId,
    reminder: walk.reminderId,
  })
  await openLakeside(stage)
}

async function givenWhoBelongsThereFindsIt({ enter }: Stage) {
  const noor = await enter('noor')
  await noor.goto(`/inbox/${known.referral}`)
  await sees(noor, kayla)
  const maya = await enter('maya')
  for (const path of pathsTo(known.referral, { inbox: false })) {
    expect(`${path} ${(await answerOf(maya, path, 'text/html')).status}`).toBe(`${path} 200`)
  }
}

const pathsTo = (id: string, { inbox = true } = {}) => [
  ...(inbox ? [`/inbox/${id}`] : []),
  ...['', '/handoff', '/contacts', '/consents', '/closing', '/packet', '/family-plan'].map(
    (side) => `/referrals/${id}${side}`,
  ),
]

/** The same address once with an id that exists and once with one that does not. */
const pairs = [
  ...pathsTo(':id').map((path) => [path, () => known.referral] as const),
  ['/students/:id', () => families.kayla.id] as const,
  ['/students/:id/details', () => families.kayla.id] as const,
  ['/concerns/new/:id', () => families.kayla.id] as const,
  ['/concerns/:id', () => known.concern] as const,
  ['/concerns/:id/triage', () => known.concern] as const,
  ['/appointments/:id/rebooking', () => known.appointment] as const,
  ['/reminders/:id', () => known.reminder] as const,
]

async function cannotTellThemApart(page: Page) {
  for (const [path, existing] of pairs) {
    for (const face of faces) {
      const real = await answerOf(page, path.replace(':id', existing()), face)
      const none = await answerOf(page, path.replace(':id', nobodysId), face)
      expect({ path, ...real }).toEqual({ path, ...none })
      expect(real.status).toBeGreaterThanOrEqual(401)
    }
  }
}

async function findsNothing(page: Page) {
  const searched = async (typed: string, face: (typeof faces)[number]) => {
    const { body, status } = await answerOf(page, `/search?q=${typed}`, face)
    return {
      status,
      body: body.replaceAll(typed, 'typed').replaceAll(/name="_key" value="[^"]*"/g, 'name="_key"'),
    }
  }
  for (const face of faces) expect(await searched('Simmons', face)).toEqual(await searched('Xqzwvyy', face))
  await page.goto('/today')
  await types(page, 'Find a student, referral or partner', 'Simmons')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search')
  await page.getByText('Kayla').waitFor({ state: 'detached' })
}

async function thenAnotherAgencyFindsNothing({ enter }: Stage) {
  const farah = await enter('farah')
  await cannotTellThemApart(farah)
  const packet = await answerOf(farah, `/inbox/${known.referral}`, 'text/html')
  expect(packet.status).toBe(404)
  const searched = await answerOf(farah, '/search?q=Simmons', 'application/json')
  expect(JSON.parse(searched.body)).toMatchObject({ students: [], referrals: [] })
}

async function thenAnotherDistrictFindsNothing({ stranger, accessible }: Stage) {
  const vera = await stranger()
  await vera.goto('/sign-in')
  await vera.getByRole('button', { name: new RegExp(lakeside.name) }).click()
  await vera.waitForURL('**/today')
  await cannotTellThemApart(vera)
  expect((await answerOf(vera, `/students/${families.kayla.id}`, 'text/html')).status).toBe(404)
  await findsNothing(vera)
  await accessible(vera)
}

async function thenNobodyFindsNothing({ stranger }: Stage) {
  const nobody = await stranger()
  await cannotTellThemApart(nobody).catch((error: Error) => {
    throw new Error(`Somebody who has not signed in: ${error.message}`)
  })
}

journey(
  'People of another agency and of another district cannot tell that a family exists',
  async (stage) => {
    await givenAFamilyIsWithCedarStreet(stage)
    await givenWhoBelongsThereFindsIt(stage)
    await thenAnotherAgencyFindsNothing(stage)
    await thenAnotherDistrictFindsNothing(stage)
    await thenNobodyFindsNothing(stage)
  },
)
