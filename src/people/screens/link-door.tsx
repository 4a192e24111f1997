import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import type { Reactions } from '#access/happening.ts'
import { openForm, shellOf } from '#access/shell.ts'
import { type CookieJar, cookieJar } from '#access/sign-in/cookies.ts'
import { hashOf, isToken, newToken } from '#access/sign-in/secrets.ts'
import { languageOf } from '#access/visit.ts'
import type { Shell } from '#design/contract.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { sendPage } from '#platform/http/answer.ts'
import { readBody } from '#platform/http/body.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import type { LinkPurpose } from '../family-link.ts'
import { linkOfMark, whoCameIn } from '../family-link-door-store.ts'
import { linkDoorWords } from '../family-link-words.ts'
import { leaveFamilyLink } from '../leave-family-link.ts'
import { openFamilyLink } from '../open-family-link.ts'
import { LinkDoorPage, LinkOverPage, type TypedDate } from './link-door-pages.tsx'

export type LinkDoor = {
  db: Db
  clock: Clock
  reactions: Reactions
  assets: Shell['assets']
  demo: boolean
  secure: boolean
}

/** Where whoever came in goes on. */
const rooms: Readonly<Record<LinkPurpose, string>> = { consent: '/family/consent', family: '/family' }

/** Where somebody who leaves at once is taken: a page anybody may be looking at. */
export const elsewhere = 'https://www.weather.gov/'

const textIn = (typed: Readonly<Record<string, unknown>>, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.trim().slice(0, 4) : ''
}
const typedIn = (request: FastifyRequest): TypedDate => {
  const { typed } = readBody(request)
  return { day: textIn(typed, 'day'), month: textIn(typed, 'month'), year: textIn(typed, 'year') }
}
/** A date as the record has it, YYYY-MM-DD; whatever is no date fits nobody. */
const dateOf = ({ day, month, year }: TypedDate): string =>
  `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const tokenIn = (request: FastifyRequest) => (request.params as Record<string, string>)['token'] ?? ''
const doorOf = (token: string) => `/family/link/${encodeURIComponent(token)}`

/** Tries the link with what was typed. @returns where it leads and what the browser keeps, or undefined */
async function comeIn({ db, clock, reactions }: LinkDoor, token: string, bornOn: string) {
  const link = isToken(token) ? await linkOfMark(db, hashOf(token)) : undefined
  if (link === undefined) return undefined
  const doer: Doer = { db, clock, reactions, actor: systemActor(link.districtId) }
  const session = newToken()
  const outcome = await openFamilyLink.perform(doer, { linkId: link.linkId, bornOn, mark: hashOf(session) })
  if (!outcome.done || outcome.result.purpose === undefined) return undefined
  return { session, to: rooms[outcome.result.purpose] }
}

const shellFor = ({ assets, demo }: LinkDoor, request: FastifyRequest, title: 'title' | 'left') => {
  const language = languageOf(request)
  const parts = { assets, demo, assignments: [], nav: [], actor: undefined, csrf: openForm, language }
  return { language, shell: shellOf({ title: linkDoorWords(language)(title) }, parts) }
}

/** Ends what the browser keeps, and what it kept of our pages. */
async function leave(door: LinkDoor, jar: CookieJar, at: { request: FastifyRequest; reply: FastifyReply }) {
  const { request, reply } = at
  const { db, clock, reactions } = door
  const token = jar.read(request, 'family') ?? ''
  const who = isToken(token) ? await whoCameIn(db, hashOf(token), clock.now()) : undefined
  if (who !== undefined)
    await leaveFamilyLink.perform(
      { db, clock, reactions, actor: systemActor(who.districtId) },
      { linkId: who.linkId },
    )
  jar.drop(reply, 'family')
  reply.header('clear-site-data', '"cache", "storage"')
}

const anyone = (behind: string) => ({ config: { who: ['anyone'], behind } })

/**
 * The door of those who come by a link: it asks for what they know, and lets them in for a short while.
 * Opening a link changes nothing, so that whatever looks at messages cannot use it up. Whether it is wrong,
 * unknown or over, the answer is the same.
 */
export const linkDoor =
  (door: LinkDoor): FastifyPluginAsync =>
  async (app) => {
    const jar = cookieJar(door.secure)
    app.get('/family/link/:token', anyone('people/link-door'), async (request, reply) => {
      const { shell, language } = shellFor(door, request, 'title')
      return sendPage(
        reply,
        <LinkDoorPage shell={shell} language={language} place={doorOf(tokenIn(request))} />,
      )
    })
    app.post('/family/link/:token', anyone(openFamilyLink.name), async (request, reply) => {
      checkOrigin(request)
      const { shell, language } = shellFor(door, request, 'title')
      const typed = typedIn(request)
      const token = tokenIn(request)
      const inside = await comeIn(door, token, dateOf(typed))
      if (inside === undefined) {
        const page = { shell, language, place: doorOf(token), typed, wrong: true }
        return sendPage(reply, <LinkDoorPage {...page} />, 422)
      }
      jar.put(reply, 'family', { value: inside.session })
      return reply.redirect(`${inside.to}?lang=${language}`, 303)
    })
    app.post('/family/leave', anyone(leaveFamilyLink.name), async (request, reply) => {
      checkOrigin(request)
      await leave(door, jar, { request, reply })
      const { shell, language } = shellFor(door, request, 'left')
      // Not a redirect: a form of ours is not allowed to end on a page of somebody else.
      reply.header('refresh', `0; url=${elsewhere}`)
      return sendPage(reply, <LinkOverPage shell={shell} language={language} left />)
    })
  }
