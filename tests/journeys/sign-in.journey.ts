import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { invitePerson } from '#access/sign-in/invite-person.ts'
import { codeAt } from '#access/sign-in/totp.ts'
import { cast } from '../riverside/cast.ts'
import { perform } from '../riverside/stories/teller.ts'
import { presses, reads, sees, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const password = 'gentle lantern walks uphill'
let secret = ''
let codes: string[] = []
let minutes = 0

/** The next half minute: each code of the app works once. */
function later({ at }: Stage) {
  minutes += 1
  at(new Date(Date.parse('2026-10-13T20:30:00Z') + minutes * 60_000).toISOString())
}

const shown = ({ clock }: Stage) => codeAt(secret, clock.now())

/** The address in a letter, below this path. */
async function addressIn({ mailFolder }: Stage, path: 'invitation' | 'new-password'): Promise<string> {
  const letters = await readdir(mailFolder)
  const texts = await Promise.all(letters.map((letter) => readFile(join(mailFolder, letter), 'utf8')))
  const [address] = new RegExp(`/${path}/\\S+`).exec(texts.join('\n').replaceAll('=\n', '')) ?? []
  expect(address).toBeDefined()
  return address ?? ''
}

async function givenJonahIsInvited(stage: Stage) {
  await perform(stage.being('ben'), invitePerson, { personId: cast.jonah.id })
  await stage.runJobs()
}

async function whenHeChoosesAPassword(page: Page, stage: Stage) {
  await page.goto(await addressIn(stage, 'invitation'))
  await sees(page, 'Welcome, Jonah Reed')
  await stage.accessible(page)
  await types(page, 'Password', 'riverside')
  await presses(page, 'Go on')
  await reads(page.getByRole('alert'), /Choose something else|Use at least/)
  await types(page, 'Password', password)
  await presses(page, 'Go on')
}

async function whenHeSetsUpHisApp(page: Page, stage: Stage) {
  await sees(page, 'Set up your authenticator app')
  await stage.accessible(page)
  secret = (await page.getByRole('code').innerText()).replaceAll(/\s/g, '')
  await types(page, 'Six-digit code', shown(stage))
  await presses(page, 'Continue')
  await sees(page, 'Keep these codes')
  await stage.accessible(page)
  codes = await page.getByRole('listitem').getByRole('code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'I have kept them, go on' }).click()
  await sees(page, 'Today')
}

async function givesHisPassword(page: Page) {
  await page.goto('/sign-in')
  await types(page, 'Email address', cast.jonah.email)
  await types(page, 'Password', password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function thenHeSignsInElsewhereWithACode(stage: Stage) {
  later(stage)
  const elsewhere = await stage.stranger()
  await givesHisPassword(elsewhere)
  await sees(elsewhere, 'Enter the code from your app')
  await stage.accessible(elsewhere)
  await types(elsewhere, 'Six-digit code', '000000')
  await presses(elsewhere, 'Continue')
  await reads(elsewhere, /This code does not fit/)
  await types(elsewhere, 'Six-digit code', shown(stage))
  await presses(elsewhere, 'Continue')
  await sees(elsewhere, 'Today')
  return elsewhere
}

async function thenARecoveryCodeLetsHimInOnce(stage: Stage) {
  later(stage)
  const borrowed = await stage.stranger()
  for (const works of [true, false]) {
    await borrowed.context().clearCookies()
    await givesHisPassword(borrowed)
    await borrowed.getByRole('link', { name: 'Use a recovery code' }).click()
    await stage.accessible(borrowed)
    await types(borrowed, 'Recovery code', codes[0] ?? '')
    await presses(borrowed, 'Continue')
    if (works) await sees(borrowed, 'Today')
    else await reads(borrowed, /it was used before/)
  }
}

async function thenHeIsAskedForACodeBeforeHisAccountChanges(page: Page, { accessible }: Stage) {
  await page.goto('/sign-in/again?to=/account')
  await sees(page, 'Show that it is still you')
  await accessible(page)
}

async function thenALetterLeadsToANewPassword(stage: Stage) {
  const page = await stage.stranger()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Set a new password' }).click()
  await sees(page, 'Set a new password')
  await stage.accessible(page)
  await types(page, 'Email address', cast.jonah.email)
  await presses(page, 'Send the link')
  await sees(page, 'Look in your mail')
  await stage.accessible(page)
  await stage.runJobs()
  await page.goto(await addressIn(stage, 'new-password'))
  await sees(page, 'Choose a new password')
  await stage.accessible(page)
  await page.goto('/sign-in/nothing-open')
  await sees(page, 'Your sign-in works, but nothing is open for you today')
  await stage.accessible(page)
}

async function whenHeSignsOutEverywhere(page: Page, stage: Stage) {
  await page.goto('/account')
  await sees(page, 'Your account')
  await stage.accessible(page)
  await presses(page, 'Sign out everywhere')
  await page.waitForURL('**/sign-in**')
}

/** The browser keeps no page of those it was shown: going back asks anew, and nobody is signed in. */
async function thenGoingBackShowsNothing(page: Page) {
  await page.goBack()
  await sees(page, 'You are not signed in, or your session has ended.')
  expect(await page.content()).not.toContain(cast.jonah.name)
  await page.goForward()
}

async function thenNoBrowserIsSignedIn(pages: readonly Page[]) {
  for (const page of pages) {
    await page.goto('/today')
    await sees(page, 'You are not signed in, or your session has ended.')
  }
}

journey(
  'A new navigator takes up an invitation, sets up a second step, and signs out everywhere',
  async (stage) => {
    const page = await stage.stranger()
    await givenJonahIsInvited(stage)
    await whenHeChoosesAPassword(page, stage)
    await whenHeSetsUpHisApp(page, stage)
    const elsewhere = await thenHeSignsInElsewhereWithACode(stage)
    await thenARecoveryCodeLetsHimInOnce(stage)
    await thenHeIsAskedForACodeBeforeHisAccountChanges(page, stage)
    await thenALetterLeadsToANewPassword(stage)
    await whenHeSignsOutEverywhere(page, stage)
    await thenGoingBackShowsNothing(page)
    await thenNoBrowserIsSignedIn([page, elsewhere])
  },
)
