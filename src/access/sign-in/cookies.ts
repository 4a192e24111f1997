import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * What the browser keeps for us: the session, what forms prove themselves with, whether it is known, and that
 * somebody of a family or of an agency came in by a link.
 */
export type CookieName = 'session' | 'form' | 'browser' | 'family' | 'guest'

const names: Readonly<Record<CookieName, string>> = {
  session: 'tl',
  form: 'tl_form',
  browser: 'tl_browser',
  family: 'tl_family',
  guest: 'tl_guest',
}

/**
 * Cookies that no script reads and no other site sends along with a form. Over TLS their names bind them to
 * this very host, so that no neighbour can plant one.
 */
export function cookieJar(secure: boolean) {
  const nameOf = (cookie: CookieName) => (secure ? `__Host-${names[cookie]}` : names[cookie])
  const attributes: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  return {
    read: (request: FastifyRequest, cookie: CookieName): string | undefined =>
      request.cookies[nameOf(cookie)] || undefined,
    /** @param lasting milliseconds; until the browser is closed when left out */
    put(
      reply: FastifyReply,
      cookie: CookieName,
      { value, lasting }: { value: string; lasting?: number },
    ): void {
      const age = lasting === undefined ? {} : { maxAge: Math.floor(lasting / 1000) }
      reply.setCookie(nameOf(cookie), value, { ...attributes, ...age })
    },
    drop(reply: FastifyReply, cookie: CookieName): void {
      reply.setCookie(nameOf(cookie), '', { ...attributes, maxAge: 0 })
    },
  }
}

export type CookieJar = ReturnType<typeof cookieJar>
