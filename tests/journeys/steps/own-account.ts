import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { invitePerson } from '#access/sign-in/invite-person.ts'
import { codeAt } from '#access/sign-in/totp.ts'
import { cast, type CastKey } from '../../riverside/cast.ts'
import { perform } from '../../riverside/stories/teller.ts'
import type { Stage } from '../support/stage.ts'
import { presses, sees, types } from './page.ts'

export const password = 'gentle lantern walks uphill'

/** Somebody who signs in with an address, a password and an app, as on any server but the demo. */
export type OwnAccount = {
  page: Page
  /** What the app shows now. */
  code(): string
  /** Minutes pass; nobody is signed out who would not be. */
  passes(minutes: number): void
  /** Signs in anew, with both proofs; at another address of the same house where one is given. */
  signsIn(at?: string): Promise<void>
}

/** The newest address in a letter that leads to an invitation. */
async function invitationIn(mailFolder: string): Promise<string> {
  const letters = (await readdir(mailFolder)).toSorted()
  const texts = await Promise.all(letters.map((letter) => readFile(join(mailFolder, letter), 'utf8')))
  const found = texts
    .join('\n')
    .replaceAll('=\n', '')
    .match(/\/invitation\/\S+/g)
  return found?.at(-1) ?? '/'
}

/** Somebody of the cast takes up an invitation and sets up their app. */
export async function ownAccount(stage: Stage, key: CastKey): Promise<OwnAccount> {
  const { clock } = stage
  const { id: personId, email } = cast[key]
  await perform(stage.being('ben'), invitePerson, { personId })
  await stage.runJobs()
  const page = await stage.stranger()
  await page.goto(await invitationIn(stage.mailFolder))
  await types(page, 'Password', password)
  await presses(page, 'Go on')
  await sees(page, 'Set up your authenticator app')
  const secret = (await page.getByRole('code').innerText()).replaceAll(/\s/g, '')
  const code = () => codeAt(secret, clock.now())
  await types(page, 'Six-digit code', code())
  await presses(page, 'Continue')
  await page.getByRole('link', { name: 'I have kept them, go on' }).click()
  await sees(page, 'Today')
  return {
    page,
    code,
    passes: (minutes) => clock.set(new Date(clock.now().getTime() + minutes * 60_000)),
    async signsIn(at = '') {
      await page.goto(`${at}/sign-in`)
      await types(page, 'Email address', email)
      await types(page, 'Password', password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await types(page, 'Six-digit code', code())
      await presses(page, 'Continue')
      await sees(page, 'Today')
    },
  }
}
