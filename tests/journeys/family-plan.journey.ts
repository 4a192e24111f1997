import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { setCaregiverChoice } from '#messages/set-caregiver-choice.ts'
import { updateCaregiver } from '#people/update-caregiver.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { clinicians } from '../riverside/stories/agency-people.ts'
import { perform } from '../riverside/stories/teller.ts'
import { follows, presses, reads, sees, ticks, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { sofia } = families
const [mother] = sofia.caregivers
const caregiverId = mother?.id ?? ''
const small = { width: 320, height: 640 }
let referralId = ''
let phone: Page

async function givenAFamilyWithAVisitAhead({ before, at, being }: Stage) {
  const walk = before('sofia').at(new Date('2026-10-13T18:00:00Z'))
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  await walk.talk()
  await walk.consent()
  await walk.send()
  referralId = walk.referralId
  await perform(being('noor'), acceptReferral, { referralId, ...clinicians.cedarStreet })
  await walk.arrange({ on: '2026-10-15' })
  const whose = { studentId: sofia.id, caregiverId }
  const reached = { name: mother?.name, phone: '206-555-0137', language: 'ar', contactRule: 'any' }
  const may = { relationship: 'mother', authority: 'may_consent', contactHours: '' }
  await perform(being('maya'), updateCaregiver, { ...whose, version: 1, ...reached, ...may })
  await perform(being('maya'), setCaregiverChoice, { ...whose, version: 0, text: 'yes' })
  at('2026-10-13T20:30:00Z')
}

async function whenTheSchoolSendsHerTheLink({ enter, runJobs, textFolder }: Stage): Promise<string> {
  const maya = await enter('maya')
  await maya.goto(`/students/${sofia.id}/caregivers/${caregiverId}`)
  await presses(maya, 'Send the link')
  await reads(maya, 'On its way.')
  await runJobs()
  const texts = await Promise.all(
    (await readdir(textFolder)).map((name) => readFile(join(textFolder, name), 'utf8')),
  )
  return texts.flatMap((text) => /\/family\/link\/[\w-]{43}/.exec(text)?.[0] ?? []).at(-1) ?? ''
}

async function sheComesInAndReadsHerPlanInArabic({ stranger, accessible }: Stage, link: string) {
  phone = await stranger()
  await phone.setViewportSize(small)
  await phone.goto(`${link}?lang=ar`)
  await phone.getByLabel('الشهر').selectOption('11')
  await types(phone, 'اليوم', '20')
  await types(phone, 'السنة', '2013')
  await presses(phone, 'افتح')
  await follows(phone, 'خطتكم')
  await sees(phone, /خطة/)
  await sees(phone, 'الموعد القادم')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width)
  await accessible(phone)
}

async function sheAsksForAnotherTimeAndSaysWhy({ accessible }: Stage) {
  await presses(phone, 'نحتاج إلى وقت آخر')
  await reads(phone, /طلبتم وقتًا آخر/)
  await follows(phone, 'Español')
  await reads(phone, /Usted pidió otra hora/)
  await phone.locator('details > summary').first().click()
  await ticks(phone, 'Mi horario de trabajo', 'No sé si puedo confiar en esto')
  await accessible(phone)
  await presses(phone, `Decirle a ${cast.maya.name}`)
  await reads(phone, 'Estamos trabajando en:')
  await accessible(phone)
}

async function theNavigatorReadsIt({ enter }: Stage) {
  const maya = await enter('maya')
  await maya.goto('/messages')
  await reads(maya, 'A family said something on its own page.')
  await maya.goto(`/referrals/${referralId}`)
  await reads(maya, /The family asks for another time/)
  await reads(maya, 'Trust is not there yet')
}

async function theOldTimeSuitsAfterAllAndSheKeepsIt() {
  await presses(phone, 'La hora de antes está bien')
  await reads(phone, 'Usted dijo que va a ir. Gracias.')
  const coming = phone.waitForEvent('download')
  await follows(phone, 'Guardar la hora en su calendario')
  const file = await readFile(await (await coming).path(), 'utf8')
  expect(file).toContain('DTSTART:20261015T233000Z\r\n')
  expect(file).toContain('SUMMARY:Recordatorio\r\n')
}

journey(
  'A mother reads her plan by a link, asks for another time, and says what is in the way',
  async (stage) => {
    await givenAFamilyWithAVisitAhead(stage)
    const link = await whenTheSchoolSendsHerTheLink(stage)
    await sheComesInAndReadsHerPlanInArabic(stage, link)
    await sheAsksForAnotherTimeAndSaysWhy(stage)
    await theNavigatorReadsIt(stage)
    await theOldTimeSuitsAfterAllAndSheKeepsIt()
  },
)
