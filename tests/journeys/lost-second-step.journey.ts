import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { cast } from '../riverside/cast.ts'
import { ownAccount, password } from './steps/own-account.ts'
import { answers, follows, presses, reads, sees, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { jonah } = cast

async function letters({ mailFolder }: Stage): Promise<string> {
  const files = await readdir(mailFolder)
  const texts = await Promise.all(files.map((file) => readFile(join(mailFolder, file), 'utf8')))
  return texts.join('\n').replaceAll('=\n', '')
}

async function whenWhoAnswersForAccessAsks(stage: Stage) {
  const leila = await stage.enter('leila')
  await leila.goto(`/people/${jonah.id}`)
  await follows(leila, 'They lost their second step')
  await sees(leila, `Has ${jonah.name} lost every second step?`)
  await stage.accessible(leila)
  await answers(leila, 'Why is it out of reach?', 'The device is lost or stolen')
  await answers(leila, 'How did you make sure who it is?', 'I called them back on the number on record')
  await presses(leila, 'Ask for it')
  await reads(leila, 'It waits for a second person that their second step is removed.')
  await stage.accessible(leila)
  await follows(leila, 'Look at it')
  await reads(leila, 'You cannot, because you asked.')
}

async function andASecondPersonConfirmsIt(stage: Stage, his: Page) {
  await stage.runJobs()
  await expect.poll(() => letters(stage)).toContain('Nothing has changed yet')
  await his.goto('/account')
  await reads(his, `You sign in with ${jonah.email}.`)
  const ben = await stage.enter('ben')
  await ben.goto('/today')
  await follows(ben, '1 lost second step waits for a second person.')
  await follows(ben, jonah.name)
  await stage.accessible(ben)
  await presses(ben, 'Confirm that it is lost')
  await sees(ben, jonah.name)
  await stage.runJobs()
}

async function thenOnlyTheLinkInHisMailSetsItUpAnew(stage: Stage, his: Page) {
  await his.goto('/account')
  await sees(his, 'You are not signed in, or your session has ended.')
  await his.goto('/sign-in')
  await types(his, 'Email address', jonah.email)
  await types(his, 'Password', password)
  await his.getByRole('button', { name: 'Sign in', exact: true }).click()
  await sees(his, 'Look in your mail')
  await stage.accessible(his)
  const link = /\/new-second-step\/[\w-]{43}/g
  await expect.poll(async () => (await letters(stage)).match(link)?.length ?? 0).toBeGreaterThan(1)
  const opened: string[] = []
  for (const path of new Set((await letters(stage)).match(link))) {
    await his.goto(path)
    if (await his.getByRole('heading', { name: 'Set up your second step again' }).isVisible())
      opened.push(path)
  }
  // The newest alone works.
  expect(opened).toHaveLength(1)
  await his.goto(opened[0] as string)
  await stage.accessible(his)
  await types(his, 'Password', password)
  await presses(his, 'Continue')
  await sees(his, 'Set up your authenticator app')
}

journey('Somebody who lost every second step sets one up anew, after two people said so', async (stage) => {
  const { page } = await ownAccount(stage, 'jonah')
  await whenWhoAnswersForAccessAsks(stage)
  await andASecondPersonConfirmsIt(stage, page)
  await thenOnlyTheLinkInHisMailSetsItUpAnew(stage, page)
})
