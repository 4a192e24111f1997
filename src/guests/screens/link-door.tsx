import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import type { Reactions } from '#access/happening.ts'
import { openForm, shellOf } from '#access/shell.ts'
import { cookieJar } from '#access/sign-in/cookies.ts'
import { hashOf, isToken, newToken } from '#access/sign-in/secrets.ts'
import type { Shell } from '#design/contract.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { sendPage } from '#platform/http/answer.ts'
import { readBody } from '#platform/http/body.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import { askForCode } from '../ask-for-code.ts'
import { guestLinkOfMark } from '../door-store.ts'
import { guestPath } from '../guest-link.ts'
import { doorWords } from '../guest-words.ts'
import { leaveGuestLink } from '../leave-link.ts'
import { openGuestLink } from '../open-link.ts'
import { doneAt, guestOf, leaveAt } from './by-link.ts'
import { GuestDonePage, GuestDoorPage, GuestOverPage } from './door-pages.tsx'

export type GuestDoor = {
  db: Db
  clock: Clock
  reactions: Reactions
  assets: Shell['assets']
  demo: boolean
  secure: boolean
}

const say = doorWords()

const tokenIn = (request: FastifyRequest) => (request.params as Record<string, string>)['token'] ?? ''
const placeOf = (token: string) => guestPath(encodeURIComponent(token))

const doerOf = ({ db, clock, reactions }: GuestDoor, districtId: string): Doer => ({
  db,
  clock,
  reactions,
  actor: systemActor(districtId),
})

const shellFor = ({ assets, demo }: GuestDoor, title: 'title' | 'left' | 'done') =>
  shellOf(
    { title: say(title) },
    { assets, demo, assignments: [], nav: [], actor: undefined, csrf: openForm, language: 'en' },
  )

/** The link behind what an address holds; undefined for what is none. */
const linkAt = async ({ db }: GuestDoor, token: string) =>
  isToken(token) ? guestLinkOfMark(db, hashOf(token)) : undefined

/** Has a code sent, where the link is open. Whoever asks is told the same either way. */
async function ask(door: GuestDoor, token: string): Promise<void> {
  const link = await linkAt(door, token)
  if (link !== undefined)
    await askForCode.perform(doerOf(door, link.districtId), { guestLinkId: link.linkId })
}

/** Tries the link with what was typed. @returns the referral and what the browser keeps, or undefined */
async function comeIn(door: GuestDoor, token: string, code: string) {
  const link = await linkAt(door, token)
  if (link === undefined) return undefined
  const session = newToken()
  const given = { guestLinkId: link.linkId, code, mark: hashOf(session) }
  const outcome = await openGuestLink.perform(doerOf(door, link.districtId), given)
  if (!outcome.done || outcome.result.referralId === undefined) return undefined
  return { session, referralId: outcome.result.referralId }
}

const codeIn = (request: FastifyRequest): string => {
  const { code } = readBody(request).typed
  return typeof code === 'string' ? code.replaceAll(/\D/g, '').slice(0, 12) : ''
}

/** Ends what the browser keeps, and what it kept of our pages. */
async function leave(door: GuestDoor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const came = await guestOf(request, door)
  if (came !== undefined) {
    const { districtId, linkId } = came.guest
    await leaveGuestLink.perform(doerOf(door, districtId), { guestLinkId: linkId })
  }
  cookieJar(door.secure).drop(reply, 'guest')
  reply.header('clear-site-data', '"cache", "storage"')
}

const anyone = (behind: string) => ({ config: { who: ['anyone'], behind } })

/**
 * The door of those at an agency who have no account: it has a code sent, and lets in whoever gives it.
 * Opening a link changes nothing, so that whatever looks at mail cannot use it up. Whether it is wrong,
 * unknown or over, the answer is the same.
 */
export const guestDoor =
  (door: GuestDoor): FastifyPluginAsync =>
  async (app) => {
    const jar = cookieJar(door.secure)
    app.get('/answer/:token', anyone('guests/link-door'), async (request, reply) => {
      const page = { shell: shellFor(door, 'title'), place: placeOf(tokenIn(request)) }
      return sendPage(reply, <GuestDoorPage {...page} />)
    })
    app.post('/answer/:token/codes', anyone(askForCode.name), async (request, reply) => {
      checkOrigin(request)
      const token = tokenIn(request)
      await ask(door, token)
      const page = { shell: shellFor(door, 'title'), place: placeOf(token), asked: true }
      return sendPage(reply, <GuestDoorPage {...page} />)
    })
    app.post('/answer/:token', anyone(openGuestLink.name), async (request, reply) => {
      checkOrigin(request)
      const token = tokenIn(request)
      const inside = await comeIn(door, token, codeIn(request))
      if (inside === undefined) {
        const page = { shell: shellFor(door, 'title'), place: placeOf(token), asked: true, wrong: true }
        return sendPage(reply, <GuestDoorPage {...page} />, 422)
      }
      jar.put(reply, 'guest', { value: inside.session })
      return reply.redirect(`/inbox/${inside.referralId}`, 303)
    })
    app.get(doneAt, anyone('guests/link-door'), async (request, reply) => {
      const referralId = (await guestOf(request, door))?.guest.referralId
      return sendPage(reply, <GuestDonePage shell={shellFor(door, 'done')} referralId={referralId} />)
    })
    app.post(leaveAt, anyone(leaveGuestLink.name), async (request, reply) => {
      checkOrigin(request)
      await leave(door, request, reply)
      return sendPage(reply, <GuestOverPage shell={shellFor(door, 'left')} left />)
    })
  }
