import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Shell } from '#design/shell.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/house.ts'
import { Problem } from '#platform/problem.ts'
import { type Language, languages } from '#platform/words.ts'
import type { Actor, Opening } from './actor.ts'
import type { Assumed } from './assumed.ts'
import type { Doer } from './doer.ts'
import { isHelp } from './help.ts'
import type { Look } from './look.ts'
import type { Pace } from './pace.ts'
import type { Reactions } from './happening.ts'
import { recordRefusal } from './refusal.ts'
import { sideOf } from './roles.ts'
import type { Screen } from './screen.ts'
import { menuOf, shellOf } from './shell.ts'
import { publicPageOf } from './standing.ts'
import { whoseInWords, whoseIsShown } from './whose-record.ts'

/** Somebody who signed in, or a machine with a token. */
export type Present = {
  actor: Actor
  /** For a machine that is only taken for who it was the last time. */
  assumed?: Assumed | undefined
  assignments: Shell['assignments']
  /** The language they told us; undefined for a machine. */
  language?: string | undefined
  byCookie: boolean
  /** For whoever came in by a link, without an account: where they leave at once. */
  leave?: string
  csrf: string
  ownsForm(token: string | undefined): boolean
  /** Whether they proved who they are within the last 15 minutes; a machine never did. */
  provenLately: boolean
  /** Takes a fresh proof. @returns who goes on, with a new session token; undefined when it does not fit */
  proveAgain?(reply: FastifyReply, proof: string): Promise<Present | undefined>
}

export type Door = {
  whoIs(
    request: FastifyRequest,
    options?: { assume?: boolean; unused?: boolean },
  ): Promise<Present | undefined>
  /**
   * A mark of the network a request came from: the same for the same network, and nothing can be read from
   * it.
   */
  markOf(request: FastifyRequest): string
}

export type VisitOptions = {
  door: Door
  db: Db
  clock: Clock
  reactions: Reactions
  screens: readonly Screen[]
  assets: Shell['assets']
  demo: boolean
  /** How fast one person may read; as fast as they like when left out. */
  pace?: Pace | undefined
}

/**
 * The language asked for in the address, else the one they told us, else the first the browser prefers that
 * we speak.
 */
export function languageOf(request: FastifyRequest, told?: string): Language {
  const asked = (request.query as Record<string, string | undefined> | undefined)?.['lang']
  const preferred = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return (
    [asked, told, ...preferred].find((tag): tag is Language => languages.includes(tag as Language)) ?? 'en'
  )
}

/** What was looked for, for the field of the search above what it found. */
const searchOf = ({ body, routeOptions }: FastifyRequest) => {
  const typed = routeOptions.url === '/search' && (body as Record<string, unknown> | undefined)?.['q']
  return typeof typed === 'string' ? typed : undefined
}

/** The assignment somebody uses, as the head of each page names it. */
function actingIn(assignments: Present['assignments']): string {
  const held = assignments.find((assignment) => assignment.current)
  return held === undefined ? '' : `${held.label}, ${held.detail}`
}

/** A visit to a page that anybody may open. @throws Problem not_found for a code no school has */
async function publicVisit(
  { door, db, clock, reactions, assets, demo }: VisitOptions,
  { request, place }: { request: FastifyRequest; place: string },
): Promise<Visit<Doer, Shell>> {
  const actor = await publicPageOf(db, place, door.markOf(request))
  if (actor === undefined) throw new Problem('not_found')
  const language = languageOf(request)
  const parts = { assets, demo, assignments: [], actor: undefined, nav: [], csrf: '', language }
  return {
    doer: { db, clock, reactions, actor },
    role: actor.role,
    language,
    byCookie: false,
    ownsForm: () => true,
    shell: async (page) => shellOf(page, parts),
  }
}

/** Whose record a page shows: of the classes its look declares, those this role may know. */
function recordOf(shown: object | undefined, { actor, cells }: Doer, language: Language) {
  const { shows = 'no student' } = (shown ?? {}) as Partial<Pick<Look, 'shows'>>
  const whose = whoseIsShown(shows, { cells: cells?.[0] ?? {}, role: actor.role })
  return whose.length === 0 ? {} : { record: whoseInWords(whose, language) }
}

/** A visit of somebody who is known at the door. */
function ownVisit(options: VisitOptions, present: Present, request: FastifyRequest): Visit<Doer, Shell> {
  const { db, clock, reactions, screens, assets, demo } = options
  const { actor, assumed, assignments, csrf, provenLately, proveAgain } = present
  const readThrough: Opening[] = []
  const machine = !present.byCookie
  const seen = { readThrough, cells: [] }
  const doer: Doer = { db, clock, reactions, actor, assumed, provenLately, machine, ...seen }
  // Staff pages speak English; a family reads in its own language.
  const isFamily = sideOf(actor.role) === 'family'
  const language: Language = isFamily ? languageOf(request, present.language) : 'en'
  const shared = { assets, demo, assignments, csrf, language, search: searchOf(request) }
  return {
    doer,
    role: actor.role,
    language,
    byCookie: present.byCookie,
    ownsForm: (token) => present.ownsForm(token),
    proveAgain:
      proveAgain &&
      (async (reply, proof) => {
        const next = await proveAgain(reply, proof)
        return next && ownVisit(options, next, request)
      }),
    shell: async (page) =>
      shellOf(page, {
        ...shared,
        actor: { name: actor.name, acting: actingIn(assignments) },
        // Whoever came in to one referral has no other place to go to.
        nav: actor.referralId === undefined ? await menuOf(screens, doer, page.path) : [],
        opening: readThrough[0],
        ...recordOf(page.look, doer, language),
        ...(present.leave !== undefined && { leave: present.leave }),
      }),
  }
}

/** The first page beyond what anybody reads is written down. @throws Problem too_many from that one on */
async function keepPace({ pace }: VisitOptions, { doer }: Visit<Doer, Shell>, { url }: FastifyRequest) {
  if (pace === undefined || isHelp(url)) return
  const over = pace.take(doer.actor.personId ?? doer.actor.role, performance.now())
  if (over === 0) return
  const error = new Problem('too_many')
  const refusal = { name: 'pages.too_fast', error, subject: undefined, values: {} }
  if (over === 1) await recordRefusal(doer, refusal)
  throw error
}

/** Opens the door: for a public page by the school's code, for every other page by cookie or token. */
export function visits(options: VisitOptions) {
  return async (
    request: FastifyRequest,
    place: string | undefined,
    { acting = false, unused = false } = {},
  ): Promise<Visit<Doer, Shell>> => {
    if (place !== undefined) return publicVisit(options, { request, place })
    // An act asks in its own transaction who a machine is; whoever takes in a file must know before.
    const present = await options.door.whoIs(request, { assume: acting, unused })
    if (present === undefined) throw new Problem('sign_in_needed')
    const visit = ownVisit(options, present, request)
    if (!acting) await keepPace(options, visit, request)
    return visit
  }
}
