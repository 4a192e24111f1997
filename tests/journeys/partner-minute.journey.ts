import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { registerContact } from '#guests/register-contact.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { perform } from '../riverside/stories/teller.ts'
import type { Walk } from '../riverside/stories/walk.ts'
import { follows, presses, reads, sees, types, unfolds } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { theo } = families
const small = { width: 320, height: 640 }
const wanda = { name: 'Wanda Ortiz', email: 'wanda@cedarstreet.example', phone: '206-555-0177' }
let walk: Walk
let link = ''
let phone: Page

/** Everything in a folder in which what goes out is laid down. */
const laidIn = async (folder: string): Promise<string[]> =>
  Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))

async function givenAnAgencyWhereSomebodyHasNoAccount({ being, enter }: Stage) {
  const yolanda = await enter('yolanda')
  await yolanda.goto(`/partners/${partners.cedarStreet.id}`)
  await follows(yolanda, 'Who answers by link')
  await sees(yolanda, /Who answers by link at/)
  const partnerId = partners.cedarStreet.id
  await perform(being('yolanda'), registerContact, { partnerId, ...wanda })
  await yolanda.reload()
  await reads(yolanda, wanda.email)
}

async function andAReferralThatIsSent({ before, at, runJobs, mailFolder }: Stage) {
  walk = before('theo').at(new Date('2026-10-13T18:00:00Z'))
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  await walk.talk()
  await walk.consent({ participation: 'yes' })
  await walk.send()
  at('2026-10-13T21:00:00Z')
  await runJobs()
  const said = (await laidIn(mailFolder)).find((mail) => mail.includes('/answer/')) ?? ''
  for (const secret of [theo.given, theo.family, theo.id, 'Cedar', 'Riverside', 'referral'])
    expect(said).not.toContain(secret)
  link = /\/answer\/[\w-]{43}/.exec(said.replaceAll('=\r\n', ''))?.[0] ?? ''
  expect(link).not.toBe('')
}

/** Whatever looks at mail opens every link in it, more than once and before anybody reads it. */
async function andAScannerThatOpensItFirst({ stranger }: Stage) {
  const scanner = await stranger()
  for (const _ of [1, 2, 3]) expect((await scanner.request.get(link)).status()).toBe(200)
  expect((await scanner.request.head(link)).status()).toBe(200)
}

/** @returns the code in the latest text */
async function codeIn({ runJobs, textFolder }: Stage): Promise<string> {
  await runJobs()
  const codes = (await laidIn(textFolder)).flatMap((text) => /code is (\d{6})/.exec(text)?.[1] ?? [])
  return codes.at(-1) ?? ''
}

async function comesIn(stage: Stage) {
  await phone.goto(link)
  await sees(phone, 'Is it you?')
  await stage.accessible(phone)
  await presses(phone, 'Send me the code')
  await reads(phone, /a code is on its way/)
  await stage.accessible(phone)
  const code = await codeIn(stage)
  await types(phone, 'Code', '000000')
  await presses(phone, 'Go on')
  await reads(phone, /This is not the code/)
  await stage.accessible(phone)
  await types(phone, 'Code', code)
  await presses(phone, 'Go on')
  await sees(phone, `${theo.given} ${theo.family}`)
}

/** One field and five presses: what a person takes a minute for takes the browser much less. */
async function whenSheAnswersOnAPhoneInAMinute(stage: Stage) {
  phone = await stage.stranger()
  await phone.setViewportSize(small)
  const began = performance.now()
  await comesIn(stage)
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(small.width)
  await presses(phone, 'Confirm receipt')
  await reads(phone, /Receipt confirmed|received/i)
  await presses(phone, /^Accept$/)
  await reads(phone, /holds clinical responsibility/)
  expect(performance.now() - began).toBeLessThan(60_000)
  await stage.accessible(phone)
}

async function andOffersATime() {
  await unfolds(phone, 'Offer times')
  const form = phone.locator('form[action$="/times"]')
  await form.getByLabel('Where, or the link').fill('214 Cedar Street')
  await form.locator('[name="first.onDay"]').fill('2026-10-15')
  await form.locator('[name="first.atTime"]').fill('16:30')
  await presses(form, 'Send these times')
  await reads(phone, /waiting for the family/)
}

async function thenTheSchoolReadsWhoAnswered({ enter }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${walk.referralId}`)
  await reads(maya, new RegExp(wanda.name))
  await follows(maya, 'The link for the agency')
  await reads(maya, 'Opened.')
}

async function andAfterTheVisitSheSaysWhatCameOfIt(stage: Stage) {
  await walk.arrange({ on: '2026-10-15' })
  stage.at('2026-10-16T18:00:00Z')
  await phone.reload()
  await sees(phone, 'This page is closed')
  await stage.accessible(phone)
  await phone.goto(link)
  await presses(phone, 'Send me the code')
  await reads(phone, /a code is on its way/)
  await types(phone, 'Code', await codeIn(stage))
  await presses(phone, 'Go on')
  await presses(phone, 'Came')
  await sees(phone, 'Thank you. Your answer has arrived.')
  await stage.accessible(phone)
  await follows(phone, 'Back to the referral')
  await presses(phone, 'Leave this page now')
  await sees(phone, 'You have left the page')
  const maya = await stage.enter('maya')
  await maya.goto(`/referrals/${walk.referralId}`)
  await reads(maya, /First visit/)
}

journey('Somebody without an account answers from a link, on a phone and in a minute', async (stage) => {
  await givenAnAgencyWhereSomebodyHasNoAccount(stage)
  await andAReferralThatIsSent(stage)
  await andAScannerThatOpensItFirst(stage)
  await whenSheAnswersOnAPhoneInAMinute(stage)
  await andOffersATime()
  await thenTheSchoolReadsWhoAnswered(stage)
  await andAfterTheVisitSheSaysWhatCameOfIt(stage)
})
