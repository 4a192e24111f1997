import { request as overPlain } from 'node:http'
import { request as overTls, type RequestOptions } from 'node:https'
import { isThisMachine } from './this-machine.ts'
import { Unsent } from './unsent.ts'

/** An account at a text gateway that speaks as Twilio does. */
export type Gateway = {
  /** Where it is asked, such as https://api.twilio.com: the only host that is ever spoken with. */
  url: string
  account: string
  token: string
  /** The number or sender that texts come from. */
  from: string
}

/** Longest a gateway may take to answer, in milliseconds. */
const patience = 15_000
/** A gateway's answer is short; whatever is longer is none. */
const most = 65_536

type Line = { ask: typeof overTls; options: RequestOptions }

/**
 * How the gateway is spoken with: to another machine over TLS alone, with a certificate that is valid and its
 * own, whatever the environment says. It is asked where the settings say and is followed nowhere else.
 * @throws when the address is not one to speak with
 */
export function lineToGateway({ url, account, token }: Gateway): Line {
  const { protocol, hostname, port, pathname } = new URL(url)
  const plain = protocol === 'http:' && isThisMachine(hostname)
  if (!plain && protocol !== 'https:')
    throw new Error('TEXT_GATEWAY: another machine is spoken with by https')
  const path = `${pathname.replace(/\/$/, '')}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`
  return {
    ask: plain ? overPlain : overTls,
    options: {
      method: 'POST',
      hostname: hostname.replace(/^\[|\]$/g, ''),
      ...(port !== '' && { port: Number(port) }),
      path,
      auth: `${account}:${token}`,
      timeout: patience,
      rejectUnauthorized: true,
    },
  }
}

type Answer = { status: number; body: string }

/** Asks once. @throws Unsent when nobody answers */
function once({ ask, options }: Line, form: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const away = (code = 'other') => reject(new Unsent('away', code))
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(form),
    }
    const asking = ask({ ...options, headers }, (reply) => {
      let body = ''
      reply.setEncoding('utf8')
      reply.on('data', (part: string) => {
        body += part
        if (body.length > most) asking.destroy()
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }))
      reply.on('error', () => away('ECONNRESET'))
    })
    asking.on('timeout', () => asking.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
    asking.on('error', (error: Error & { code?: string }) => away(error.code))
    asking.on('close', () => away('ECONNRESET'))
    asking.end(form)
  })
}

function readJson(body: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** What of a gateway's refusals is about the account or the moment, and not about this text. */
const passing = new Set([401, 403, 404, 408, 409, 429])

/** @throws Unsent for every answer but that it was taken */
function taken({ status, body }: Answer): string {
  const { sid, code } = readJson(body)
  if (status >= 200 && status < 300 && typeof sid === 'string') return sid
  const said = typeof code === 'number' ? String(code) : String(status)
  const refused = status >= 400 && status < 500 && !passing.has(status)
  throw new Unsent(refused ? 'refused' : 'away', said)
}

/** Hands one text to the gateway. */
export const askGateway =
  ({ from }: Gateway, line: Line) =>
  async ({ to, text, tellAt }: { to: string; text: string; tellAt?: string }): Promise<string> => {
    const form = new URLSearchParams({ To: to, From: from, Body: text })
    if (tellAt !== undefined) form.set('StatusCallback', tellAt)
    return taken(await once(line, form.toString()))
  }
