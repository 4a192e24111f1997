import type { FastifyRequest } from 'fastify'
import type { Actor } from '#access/actor.ts'
import { cookieJar } from '#access/sign-in/cookies.ts'
import { presentByLink } from '#access/by-link.ts'
import { hashOf, isToken } from '#access/sign-in/secrets.ts'
import type { Door, Present } from '#access/visit.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { type CameIn, whoCameIn } from '../family-link-door-store.ts'

/** A caregiver who came in by a link: they act for the one child, and hold no assignment. */
const actorOf = ({ personId, districtId, studentId, name, blockedIds }: CameIn): Actor => ({
  personId,
  assignmentId: null,
  districtId,
  name,
  role: 'caregiver',
  schoolIds: [],
  partnerId: null,
  studentId,
  ...(blockedIds.length > 0 && { blockedIds }),
})

const presentOf = (who: CameIn, token: string): Present =>
  presentByLink(actorOf(who), { token, leave: '/family/leave', language: who.language })

const isOfFamily = (url: string) => /^\/family(?:[/?]|$)/.test(url)

/** Whether a browser keeps what a link once let it in by: whoever has it has no account to sign in to. */
export const cameByLink = (request: FastifyRequest, secure: boolean): boolean =>
  isOfFamily(request.url) && cookieJar(secure).read(request, 'family') !== undefined

/**
 * The door of the house with that of families beside it: on their own pages, whoever came in by a link is
 * who that link was for, asked anew at each request; everywhere else they are nobody.
 */
export function withLinks<D extends Door>(
  door: D,
  { db, clock, secure }: { db: Db; clock: Clock; secure: boolean },
): D {
  const jar = cookieJar(secure)
  const byLink = async (request: FastifyRequest): Promise<Present | undefined> => {
    const token = isOfFamily(request.url) ? jar.read(request, 'family') : undefined
    if (token === undefined || !isToken(token)) return undefined
    const who = await whoCameIn(db, hashOf(token), clock.now())
    return who && presentOf(who, token)
  }
  return {
    ...door,
    whoIs: async (request, options) => (await byLink(request)) ?? door.whoIs(request, options),
  }
}
