import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { cast } from '../riverside/cast.ts'
import { answers, follows, presses, reads, sees, types } from './steps/page.ts'
import { ownAccount, password } from './steps/own-account.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const next = 'jonah.reed@mail.example'

async function letters({ mailFolder }: Stage): Promise<string> {
  const files = await readdir(mailFolder)
  const texts = await Promise.all(files.map((file) => readFile(join(mailFolder, file), 'utf8')))
  return texts.join('\n').replaceAll('=\n', '')
}

async function whenHeAsksForAnotherAddress(page: Page, { accessible }: Stage) {
  await page.goto('/account')
  await reads(page, `You sign in with ${cast.jonah.email}.`)
  await follows(page, 'Change the address')
  await sees(page, 'Sign in with another address')
  await accessible(page)
  await types(page, 'New email address', next)
  await presses(page, 'Send the link')
  await sees(page, 'Look in the mail of the new address')
  await accessible(page)
}

async function thenHeConfirmsItFromItsMail(page: Page, stage: Stage) {
  const link = /\/new-address\/\S+/
  await expect.poll(() => letters(stage)).toMatch(link)
  const [path = ''] = link.exec(await letters(stage)) ?? []
  await page.goto(path)
  await sees(page, 'Confirm your new address')
  await stage.accessible(page)
  await types(page, 'Password of your sign-in', password)
  await presses(page, 'Use this address')
  await sees(page, 'Your account')
  await reads(page, `You sign in with ${next}.`)
  await page.goto(path)
  await sees(page, 'This link does not work any more')
  await stage.accessible(page)
  await expect.poll(() => letters(stage)).toContain('Another address signs in to your account from now on')
}

async function thenWhoAnswersForAccessChangesItAfterACheck(stage: Stage) {
  const page = await stage.enter('leila')
  await page.goto(`/people/${cast.jonah.id}`)
  await follows(page, 'Change the address')
  await sees(page, 'Change the address of Jonah Reed')
  await stage.accessible(page)
  await types(page, 'New email address', 'jonah@harlow.example')
  await answers(page, 'How did you make sure who it is?', 'I saw an official ID')
  await answers(page, 'Why does it change?', 'They do not reach the mailbox any more')
  await presses(page, 'Change the address')
  await reads(page, 'jonah@harlow.example')
}

journey('Somebody signs in with another address, by a link or after a check', async (stage) => {
  const { page } = await ownAccount(stage, 'jonah')
  await whenHeAsksForAnotherAddress(page, stage)
  await thenHeConfirmsItFromItsMail(page, stage)
  await thenWhoAnswersForAccessChangesItAfterACheck(stage)
  await page.goto('/account')
  await sees(page, 'You are not signed in, or your session has ended.')
})
