import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#access/actor.ts'
import { presentByLink } from '#access/by-link.ts'
import { cookieJar } from '#access/sign-in/cookies.ts'
import { hashOf, isToken } from '#access/sign-in/secrets.ts'
import type { Door, Present } from '#access/visit.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { type Guest, whichGuest } from '../door-store.ts'

type At = { db: Db; clock: Clock; secure: boolean }

/** Where whoever came in by a link leaves. */
export const leaveAt = '/answer/leave'
/** Where they stand once they have answered. */
export const doneAt = '/answer/done'

/** Somebody of an agency who came in by a link: they act in their assignment, on the one referral. */
const actorOf = (guest: Guest): Actor => ({
  personId: guest.personId,
  assignmentId: guest.assignmentId,
  districtId: guest.districtId,
  name: guest.name,
  role: 'partner_intake',
  schoolIds: [],
  partnerId: guest.partnerId,
  studentId: null,
  referralId: guest.referralId,
  ...(guest.blockedIds.length > 0 && { blockedIds: guest.blockedIds }),
})

/** The referral whose page an address is of, or belongs to. */
const referralIn = (url: string): string | undefined => /^\/inbox\/([0-9a-f-]{36})(?:[/?]|$)/.exec(url)?.[1]

/** Who came in by what this browser keeps, asked anew; undefined for nobody (any more). */
export async function guestOf(
  request: FastifyRequest,
  { db, clock, secure }: At,
): Promise<{ guest: Guest; token: string } | undefined> {
  const token = cookieJar(secure).read(request, 'guest')
  if (token === undefined || !isToken(token)) return undefined
  const guest = await whichGuest(db, hashOf(token), clock.now())
  return guest && { guest, token }
}

/** Whether this browser has a link of a guest, and nobody signed in at it. */
const isGuests = (request: FastifyRequest, secure: boolean) => {
  const jar = cookieJar(secure)
  return jar.read(request, 'guest') !== undefined && jar.read(request, 'session') === undefined
}

/** Whether somebody came to a referral by a link that is over: they have no account to sign in to. */
export const cameAsGuest = (request: FastifyRequest, secure: boolean): boolean =>
  referralIn(request.url) !== undefined && isGuests(request, secure)

/** An answer leads back to the list of an agency. Whoever came in by a link has none, and is thanked. */
export const fromListToThanks = (secure: boolean) => async (request: FastifyRequest, reply: FastifyReply) => {
  const isList = request.method === 'GET' && /^\/inbox(?:\?|$)/.test(request.url)
  return isList && isGuests(request, secure) ? reply.redirect(doneAt, 303) : undefined
}

/**
 * The door of the house with that of guests beside it: on the pages of the one referral, whoever came in by a
 * link is who that link was for, asked anew at each request; everywhere else they are nobody. Whoever signed
 * in is themselves there too: what they do must never stand under the name of the guest.
 */
export function withGuests<D extends Door>(door: D, at: At): D {
  const byLink = async (request: FastifyRequest): Promise<Present | undefined> => {
    const referralId = referralIn(request.url)
    const came = referralId === undefined ? undefined : await guestOf(request, at)
    if (came === undefined || came.guest.referralId !== referralId) return undefined
    return presentByLink(actorOf(came.guest), { token: came.token, leave: leaveAt })
  }
  return {
    ...door,
    whoIs: async (request, options) => (await door.whoIs(request, options)) ?? byLink(request),
  }
}
