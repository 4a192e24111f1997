import type { CastKey } from '../riverside/cast.ts'
import { Authenticator, challengeOn } from './authenticator.ts'
import type { Browser } from './browser.ts'
import type { Doorstep } from './doorstep.ts'

export const origin = 'http://localhost'
export type Lies = Parameters<Authenticator['make']>[1]

/** Adds a passkey on the page for it. */
export async function adds(browser: Browser, device: Authenticator, lies: Lies = {}) {
  await browser.get('/account/passkeys')
  const challenge = challengeOn(browser.page)
  return browser.send('/account/passkeys', { challenge, label: 'my phone', ...device.make(challenge, lies) })
}

/** Signs in with one on the page for it. */
export async function enters(browser: Browser, device: Authenticator, lies: Lies = {}) {
  await browser.get('/sign-in/passkey')
  const challenge = challengeOn(browser.page)
  return browser.send('/sign-in/passkey', { challenge, ...device.use(challenge, lies) })
}

/** Somebody of the cast with a passkey, and the browser they added it in. @throws when it was not taken */
export async function withPasskey(house: Doorstep, key: CastKey, kind?: 'ec' | 'ed25519' | 'rsa') {
  const device = new Authenticator(origin, kind)
  const browser = await house.signedIn(key)
  const { location } = (await adds(browser, device)).headers
  if (location !== '/account') throw new Error('The passkey was not added')
  return { device, browser }
}
