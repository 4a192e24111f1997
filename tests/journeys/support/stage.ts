import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { mailFrom } from '#platform/mail.ts'
import { textsFrom } from '#platform/texts.ts'
import { createWeb, type WebOptions } from '../../../src/commands/web.ts'
import { house, jobsOf } from '../../../src/compose.ts'
import type { FamilyKey } from '../../riverside/families.ts'
import { Walk } from '../../riverside/stories/walk.ts'
import { riverside, type World } from '../../support/riverside.ts'
import { haveAssets } from './assets-setup.ts'
import { serveAxe } from './axe.ts'
import { answerWith, frontDoor } from './front.ts'
import { carryOutJobs } from './jobs.ts'
import { type People, peopleAt } from './people.ts'
import { checkAccessible, newWatch } from './watch.ts'

export type Stage = World &
  People & {
    address: string
    /** The same house by the name of the machine: what passkeys are made for, and where letters lead. */
    named: string
    /** Whether the browsers run scripts. */
    scripts: boolean
    /** Where letters are laid down instead of being sent. */
    mailFolder: string
    /** And texts. */
    textFolder: string
    /** From here on it is this moment. Sessions have ended by then: who comes again signs in again. */
    at(moment: string): void
    /** What happened before the journey begins, told by acts. */
    before(key: FamilyKey): Walk
    /** Carries out what the house does by itself: letters, and clocks that ran out. */
    runJobs(): Promise<void>
    /** Asks axe about a page, in the run that may inject its script. */
    accessible(page: Page): Promise<void>
    /** Ends the server under everybody, and begins it anew on the same database. */
    kill(): Promise<void>
    restart(): Promise<void>
    /** What everybody has open, for a journey that went wrong. */
    scene(): Promise<string>
    watch: ReturnType<typeof newWatch>
  }

/** A server that answers at the front door, and can be ended and begun anew under everybody. */
async function openServer(options: WebOptions) {
  const open = async () => {
    const web = await createWeb(options)
    serveAxe(web.app)
    await web.app.ready()
    answerWith(web.app)
    return web
  }
  let web: Awaited<ReturnType<typeof open>> | undefined = await open()
  return {
    door: web.door,
    /** From now on every line is cut, as when the process was killed. */
    async kill() {
      answerWith(undefined)
      const last = web
      web = undefined
      await last?.close()
    },
    restart: async () => void (web = await open()),
  }
}

async function openWeb(world: World, broken: string[]) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tl-stage-'))
  const mailFolder = join(dataDir, 'mail')
  const mail = mailFrom({
    smtpUrl: undefined,
    from: 'Throughline <no-reply@localhost>',
    folder: mailFolder,
    log: () => undefined,
  })
  const textFolder = join(dataDir, 'texts')
  const secret = 'a secret for journeys'
  const texts = textsFrom({ gateway: undefined, folder: textFolder, secret, country: '1' })
  const log = ({ route, error }: { route: string; error: Error }) =>
    void broken.push(`${route}: ${error.stack ?? error.message}`)
  await haveAssets()
  const { db, login, clock } = world
  const { address, named } = await frontDoor()
  const options = {
    db,
    login,
    clock,
    dataDir,
    secret,
    demo: true,
    baseUrl: named,
    mail,
    texts,
    log,
  }
  const server = await openServer(options)
  const close = async () => {
    await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
  const jobs = [...jobsOf({ mail, texts, url: address }), ...server.door.jobs]
  const runJobs = () => carryOutJobs(world, jobs)
  const { kill, restart } = server
  return { address, named, mailFolder, textFolder, runJobs, kill, restart, close }
}

/** A server on a database of its own with Riverside in it, and a browser for each person who comes. */
export async function setStage({ scripts }: { scripts: boolean }): Promise<Stage> {
  const world = await riverside({ wiring: house.reactions })
  const watch = newWatch([])
  const web = await openWeb(world, watch.broken)
  const people = peopleAt(web.address, { scripts, watch })
  return {
    ...world,
    ...web,
    ...people,
    scripts,
    watch,
    at(moment) {
      people.forget()
      world.clock.set(moment)
    },
    before: (key) => new Walk({ being: world.being, at: (moment) => world.clock.set(moment) }, key),
    accessible: (page) => (scripts ? checkAccessible(page) : Promise.resolve()),
    scene: async () => [...(await people.seen()), ...watch.broken].join('\n\n'),
    async leave() {
      await people.leave()
      await web.close()
      await world.close()
    },
  }
}
