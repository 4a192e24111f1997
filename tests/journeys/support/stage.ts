import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { mailFrom } from '#platform/mail.ts'
import { createWeb } from '../../../src/commands/web.ts'
import { house } from '../../../src/compose.ts'
import { riverside, type World } from '../../support/riverside.ts'
import { cast, type CastKey } from '../../riverside/cast.ts'
import { openBrowser } from './browser.ts'
import { newWatch, watchPage } from './watch.ts'

export type Stage = World & {
  address: string
  /** Signs a member of the cast in, in a browser of their own, and opens their first page. */
  enter(key: CastKey): Promise<Page>
  /** Somebody nobody knows. */
  stranger(): Promise<Page>
  watch: ReturnType<typeof newWatch>
  leave(): Promise<void>
}

/** A server on a database of its own with Riverside in it, and a browser for each person who comes. */
export async function setStage({ scripts }: { scripts: boolean }): Promise<Stage> {
  const world = await riverside({ wiring: house.reactions })
  const dataDir = await mkdtemp(join(tmpdir(), 'tl-stage-'))
  const mail = mailFrom({ smtpUrl: undefined, from: 'Throughline <no-reply@localhost>', folder: join(dataDir, 'mail'), log: () => undefined })
  const broken: string[] = []
  const log = ({ route, error }: { route: string; error: Error }) => void broken.push(`${route}: ${error.message}`)
  const web = await createWeb({ db: world.db, login: world.login, clock: world.clock, secret: 'a secret for journeys', demo: true, baseUrl: '', mail, log })
  const address = await web.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser()
  const watch = newWatch(broken)
  const contexts: BrowserContext[] = []
  const stranger = async () => {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: scripts, locale: 'en-US', timezoneId: 'America/Los_Angeles' })
    contexts.push(context)
    const page = await context.newPage()
    watchPage(page, watch)
    return page
  }
  return {
    ...world,
    address,
    watch,
    stranger,
    async enter(key) {
      const page = await stranger()
      await page.goto('/sign-in')
      await page.getByRole('button', { name: new RegExp(cast[key].name) }).click()
      return page
    },
    async leave() {
      await Promise.all(contexts.map((context) => context.close()))
      await browser.close()
      await web.close()
      await world.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
