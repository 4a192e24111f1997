import { setTimeout } from 'node:timers/promises'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Reactions } from '#access/happening.ts'
import { type Role, sideOf } from '#access/roles.ts'
import type { Resource, Screen } from '#access/screen.ts'
import { openForm, shellOf } from '#access/shell.ts'
import { weighed } from '#access/never-said.ts'
import { proving } from '#access/sign-in/proving.tsx'
import { type Door, languageOf, visits } from '#access/visit.ts'
import type { Assets, Shell } from '#design/contract.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { type App, createApp } from '#platform/http/app.ts'
import type { Pace } from '#access/pace.ts'
import type { AttemptLog, ErrorLog } from '#platform/http/error-log.ts'
import { lookThroughBy } from '#platform/http/look-through.ts'
import { mount } from '#platform/http/mount.ts'
import { openapiOf } from '#platform/http/openapi.ts'
import { senderDoor } from '#carenotices/screens/sender-door.tsx'
import { visitFile } from '#family/screens/visit-file.ts'
import { consentDocuments } from '#consent/screens/document-upload.ts'
import { liveEvents } from '#crisis/screens/live-events.ts'
import { offlineWorkers } from '#crisis/screens/offline-worker.ts'
import { type FromGateway, fromGateway } from '#messages/screens/from-gateway.ts'
import { cameAsGuest, fromListToThanks, withGuests } from '#guests/screens/by-link.ts'
import { GuestOverPage } from '#guests/screens/door-pages.tsx'
import { guestDoor } from '#guests/screens/link-door.tsx'
import { cameByLink, withLinks } from '#people/screens/by-link.ts'
import { linkDoor } from '#people/screens/link-door.tsx'
import { LinkOverPage } from '#people/screens/link-door-pages.tsx'
import { rosterUpload } from '#people/screens/upload.ts'
import { trackerFile } from '#referrals/screens/tracker-file.ts'
import type { Problem } from '#platform/problem.ts'
import type { Scanner } from '#platform/scan/scanner.ts'
import { noTexts } from '#platform/texts.ts'
import { homeOf } from './home-of.ts'
import { familyProblemTitle } from './family-problem-page.tsx'
import { ProblemPage } from './problem-page.tsx'
import { PublicProblemPage } from './public-problem-page.tsx'
import { serveAssets } from './serve-assets.ts'
import { whereItGoesOn } from './typed-before.ts'
import { alive } from './server-store.ts'

export type House = { screens: readonly Screen[]; resources: readonly Resource[]; reactions: Reactions }

export type ServerOptions = {
  house: House
  door: Door & { plugin: FastifyPluginAsync }
  db: Db
  clock: Clock
  assets: Assets
  /** Where files that people send are kept while they are read. */
  dataDir: string
  /** Whether the embedded demo district is served. */
  demo: boolean
  /** Whether the site is reached over TLS. */
  secure: boolean
  /** Proxies that are believed where a request came from. */
  proxies?: readonly string[]
  /** The way texts leave, and the public address of the site, for what a gateway tells. */
  texts?: Pick<FromGateway, 'texts' | 'url'>
  /** Looks through files that people send before anything reads them; nobody does when left out. */
  scanner?: Scanner | undefined
  log: ErrorLog
  /** Told of what was refused though no page of ours asks for it. */
  attempted?: AttemptLog | undefined
  /** How fast one person may read; as fast as they like when left out. */
  pace?: Pace
}

const anyone = { who: ['anyone'] }

/** Longest the database is waited for before it counts as out of reach, in milliseconds. */
const patience = 2000

/** Whether the database answers, and soon enough. */
const answers = (db: Db): Promise<boolean> =>
  Promise.race([
    db.ask(alive, {}).then(
      () => true,
      () => false,
    ),
    setTimeout(patience, false, { ref: false }),
  ])

function serveDoorstep(app: App, { db, door, house }: Pick<ServerOptions, 'db' | 'door' | 'house'>) {
  const openapi = JSON.stringify(openapiOf(house, '1'))
  app.get('/openapi.json', { config: { ...anyone, behind: 'openapi' } }, async (_request, reply) =>
    reply.type('application/json').send(openapi),
  )
  app.get('/healthz', { config: { ...anyone, behind: 'healthz' } }, async (_request, reply) => {
    const ready = await answers(db)
    const said = ready ? 'ok\n' : 'no\n'
    return reply
      .code(ready ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .send(said)
  })
  app.get('/', { config: { ...anyone, behind: 'front door' } }, async (request, reply) =>
    reply.redirect(homeOf((await door.whoIs(request))?.actor), 303),
  )
}

/** What the addresses of pages are in the shell: the sheet, the script when there is one, the icon. */
export const shellAssets = (assets: Assets) => ({
  css: assets.href('throughline.css'),
  icon: assets.href('icon.svg'),
  live: assets.href('live.js'),
})

const pathOf = (url: string) => url.split('?', 1)[0] ?? url

/** Whether an address belongs to the pages anybody may open: families and students come there. */
const isPublic = (screens: House['screens'], path: string): boolean =>
  screens.some(({ open, address }) => open && path.startsWith(address.slice(0, address.indexOf(':'))))

/** The public page of this site somebody came from, if it was one. */
function cameFrom({ headers, host, url }: FastifyRequest, screens: House['screens']): string | undefined {
  const from = URL.parse(headers.referer ?? '')
  if (from === null || from.host !== host || from.pathname === pathOf(url)) return undefined
  return isPublic(screens, from.pathname) ? `${from.pathname}${from.search}` : undefined
}

/** Where there is no gateway, nobody tells anything of texts. */
const nobody: Pick<FromGateway, 'texts' | 'url'> = { texts: noTexts, url: '' }

type Framed = { shell: Shell; role: Role | undefined }

/**
 * The frame of whoever met a problem. It follows from who asks alone: the same around what is not there and
 * around what is not theirs. Where even that cannot be asked, it is the frame of nobody.
 */
async function frameOf(
  visit: ReturnType<typeof visits>,
  { problem, request }: { problem: Problem; request: FastifyRequest },
  nobody: Shell,
): Promise<Framed> {
  if (problem.code === 'busy' || problem.code === 'sign_in_needed') return { shell: nobody, role: undefined }
  try {
    const { doer, shell, language } = await visit(request, undefined)
    const { role } = doer.actor
    const title = sideOf(role) === 'family' ? familyProblemTitle(problem, language) : nobody.title
    return { shell: await shell({ title, path: '' }), role }
  } catch {
    return { shell: nobody, role: undefined }
  }
}

/** The web side of the house: every address, behind one door. Not listening yet. */
export async function createServer(options: ServerOptions): Promise<App> {
  const { house, db, clock, demo, secure, log, attempted, pace, proxies = [] } = options
  const door = withGuests(withLinks(options.door, options), options)
  const assets = shellAssets(options.assets)
  const { reactions, screens } = house
  const visit = visits({ door, db, clock, demo, assets, reactions, screens, pace })
  const problemPage = async (problem: Problem, request: FastifyRequest) => {
    const language = languageOf(request)
    const parts = { assets, demo, assignments: [], nav: [], actor: undefined, csrf: openForm, language }
    const shell = shellOf({ title: problem.toJSON().title }, parts)
    const shown = { shell, problem, requestId: request.id }
    const path = pathOf(request.url)
    if (isPublic(screens, path))
      return PublicProblemPage({ ...shown, path, back: cameFrom(request, screens) })
    if (problem.code === 'sign_in_needed' && cameByLink(request, secure))
      return LinkOverPage({ shell, language, left: false })
    if (problem.code === 'sign_in_needed' && cameAsGuest(request, secure))
      return GuestOverPage({ shell, left: false })
    const goesOn = whereItGoesOn(request, { problem, house, now: clock.now() })
    return ProblemPage({ ...shown, ...(await frameOf(visit, { problem, request }, shell)), ...goesOn })
  }
  const app = await createApp({ secure, proxies, log, attempted, markOf: door.markOf, problemPage })
  await serveAssets(app, options.assets)
  serveDoorstep(app, { db, door, house })
  await app.register(door.plugin)
  await app.register(linkDoor({ db, clock, reactions, assets, demo, secure }))
  app.addHook('onRequest', fromListToThanks(secure))
  await app.register(guestDoor({ db, clock, reactions, assets, demo, secure }))
  await app.register(senderDoor({ db, clock, reactions, assets, demo, markOf: door.markOf }))
  const lookThrough = options.scanner && lookThroughBy(options.scanner, { log, attempted })
  for (const files of [rosterUpload, consentDocuments, visitFile])
    await app.register(files({ visit, lookThrough, dataDir: options.dataDir }))
  await app.register(trackerFile({ visit, proving }))
  await app.register(liveEvents({ visit, db }))
  await app.register(offlineWorkers({ assets: options.assets }))
  await app.register(fromGateway({ db, clock, reactions, ...(options.texts ?? nobody) }))
  mount(app, { ...house, visit, proving, weighed, lookThrough })
  return app
}
