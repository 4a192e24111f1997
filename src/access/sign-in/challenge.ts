import { randomBytes, timingSafeEqual } from 'node:crypto'
import { lasting } from './limits.ts'
import { keyedHash } from './secrets.ts'

const random = 16
const stamp = 6
const marked = 16

const markOf = (key: Buffer, body: Buffer, boundTo: string) =>
  keyedHash(key, `challenge ${body.toString('base64url')} ${boundTo}`).subarray(0, marked)

/**
 * Something new for a passkey to sign. It is not kept: it says itself until when it counts, and a mark that
 * only we can make says that it is ours, and for whom. So opening a page writes nothing.
 * @param boundTo what it is for, and in which browser
 */
export function newChallenge(key: Buffer, boundTo: string, now: Date): string {
  const until = Buffer.alloc(stamp)
  until.writeUIntBE(now.getTime() + lasting.challenge, 0, stamp)
  const body = Buffer.concat([randomBytes(random), until])
  return Buffer.concat([body, markOf(key, body, boundTo)]).toString('base64url')
}

/** When a challenge of ours ends; undefined for one that has, that is not ours, or is for somebody else. */
export function endOfChallenge(
  key: Buffer,
  { challenge, boundTo }: { challenge: string; boundTo: string },
  now: Date,
): Date | undefined {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== random + stamp + marked || bytes.toString('base64url') !== challenge) return undefined
  const body = bytes.subarray(0, random + stamp)
  if (!timingSafeEqual(bytes.subarray(random + stamp), markOf(key, body, boundTo))) return undefined
  const until = body.readUIntBE(random, stamp)
  return until > now.getTime() ? new Date(until) : undefined
}
