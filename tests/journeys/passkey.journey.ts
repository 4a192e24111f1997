import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { follows, presses, reads, sees, types } from './steps/page.ts'
import { type OwnAccount, ownAccount } from './steps/own-account.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

/** A device of Chromium's own: it makes keys, signs, and says whether somebody proved to it who they are. */
async function device(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    recognizes: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}

async function whenHeAddsAPasskey(page: Page, { named, accessible }: Stage) {
  await page.goto(`${named}/account`)
  await reads(page, 'You have no passkey.')
  await follows(page, 'Add a passkey')
  await sees(page, 'Add a passkey')
  await accessible(page)
  await types(page, 'What do you call it?', 'My laptop')
  await presses(page, 'Make the passkey')
  await sees(page, 'Your account')
  await reads(page, 'My laptop')
  await accessible(page)
}

async function thenItAloneSignsHimIn(page: Page, { named, accessible }: Stage) {
  await presses(page, 'Sign out everywhere')
  await page.waitForURL('**/sign-in**')
  await page.goto(`${named}/sign-in?to=/account`)
  await follows(page, 'Sign in with a passkey')
  await accessible(page)
  await presses(page, 'Use a passkey')
  await sees(page, 'Your account')
  expect(await page.getByText('Not yet', { exact: true }).count()).toBe(0)
}

async function thenADeviceThatDoesNotKnowHimOpensNothing(
  page: Page,
  { recognizes }: Awaited<ReturnType<typeof device>>,
) {
  await presses(page, 'Sign out everywhere')
  await page.waitForURL('**/sign-in**')
  await follows(page, 'Sign in with a passkey')
  await recognizes(false)
  await presses(page, 'Use a passkey')
  await reads(page, /No passkey was used/)
  await recognizes(true)
  await presses(page, 'Use a passkey')
  await sees(page, 'Today')
}

async function thenHeProvesAnewWithItAndRemovesIt({ page, passes }: OwnAccount, { named }: Stage) {
  for (const minutes of [13, 5]) {
    passes(minutes)
    await page.goto(`${named}/account`)
  }
  await presses(page, 'Remove My laptop')
  await sees(page, 'Show that it is still you')
  await follows(page, 'Use a passkey')
  await presses(page, 'Use a passkey')
  await sees(page, 'Your account')
  await presses(page, 'Remove My laptop')
  await reads(page, 'You have no passkey.')
}

/** Without scripts the page says so, and the app is the way. */
async function thenThePageSaysWhatToDoInstead(page: Page, { named }: Stage) {
  await page.goto(`${named}/account/passkeys`)
  await reads(page, /A passkey needs a browser that knows them/)
  expect(await page.getByRole('button', { name: 'Make the passkey' }).count()).toBe(0)
  await page.goto(`${named}/sign-in/passkey`)
  await reads(page, /your password and a code from your app do the same/)
  await follows(page, 'Sign in with your password')
  await sees(page, /Who do you want to be|Sign in/)
}

journey(
  'Somebody signs in with a passkey, and without scripts is told the other way [R142]',
  async (stage) => {
    const own = await ownAccount(stage, 'jonah')
    const { page, passes } = own
    passes(1)
    await own.signsIn(stage.named)
    if (!stage.scripts) return thenThePageSaysWhatToDoInstead(page, stage)
    const laptop = await device(page)
    await whenHeAddsAPasskey(page, stage)
    expect(await laptop.keys()).toBe(1)
    await thenItAloneSignsHimIn(page, stage)
    await thenADeviceThatDoesNotKnowHimOpensNothing(page, laptop)
    await thenHeProvesAnewWithItAndRemovesIt(own, stage)
  },
)
