import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { type Clock, systemClock } from './clock.ts'
import { newId } from './ids.ts'
import { isThisMachine } from './this-machine.ts'
import { mailUnsent, Unsent } from './unsent.ts'

/**
 * A message to one person. Mail is read on locked screens and over shoulders: it names no student, school,
 * agency or service, and says no more than that there is something to open.
 */
export type Message = {
  to: string
  subject: string
  text: string
  /** An id of its own: handed over twice, it carries the same, and a mail box can show it once. */
  id?: string
}

export type Mail = {
  /** Hands it over. @throws Unsent when the mail server does not take it: whoever sends tries again */
  send(message: Message): Promise<void>
  close(): void
}

export type MailOptions = {
  /** Address of a mail server, smtp: or smtps:; absent: messages are written to the folder. */
  smtpUrl: string | undefined
  from: string
  /** Where messages are written when there is no mail server. */
  folder: string
  clock?: Clock
  /** Told where a message was written, and nothing of what it says or to whom. */
  log?(line: string): void
}

const toStandardError = (line: string) => void process.stderr.write(`${line}\n`)

/** Mail servers that answer slowly must not hold a job for minutes: milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * How a mail server is spoken with: to another machine over TLS or not at all, and only with a certificate
 * that is valid and of that machine. What an address asks for beside that is heard, and what would weaken it
 * is not.
 */
export function lineTo(address: string): { url: string } {
  const url = new URL(address)
  for (const name of Array.from(url.searchParams.keys()))
    if (name.startsWith('tls.') || name === 'ignoreTLS') url.searchParams.delete(name)
  if (!isThisMachine(url.hostname)) url.searchParams.set('requireTLS', 'true')
  return { url: url.href }
}

/**
 * One address and nothing else: a list, a name or a line break would write to somebody beside.
 * @throws when it is more
 */
function oneAddress(to: string): string {
  if (!/^[^\s,;:<>()"]+@[^\s,;:<>()"@]+$/.test(to)) throw new Unsent('refused', 'not_one_address')
  return to
}

/** The message as it is written, with an id that stays the same when it is written again. */
function composed({ id, to, ...message }: Message, { from, at }: { from: string; at: Date }) {
  return {
    ...message,
    to: oneAddress(to),
    from,
    date: at,
    ...(id !== undefined && { messageId: `<${id}@throughline>` }),
  }
}

function byServer({ url, from, clock }: { url: string; from: string; clock: Clock }): Mail {
  const transport = createTransport({ ...lineTo(url), pool: true, maxConnections: 2, ...patience })
  return {
    async send(message) {
      const written = composed(message, { from, at: clock.now() })
      await transport.sendMail(written).catch((error: unknown) => {
        throw mailUnsent(error)
      })
    },
    close: () => transport.close(),
  }
}

function byFolder({ from, folder, clock, log }: Required<Omit<MailOptions, 'smtpUrl'>>): Mail {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(message) {
      const at = clock.now()
      const { message: bytes } = await composer.sendMail(composed(message, { from, at }))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${newId(at.getTime())}.eml`)
      await writeFile(path, bytes as Buffer, { mode: 0o600 })
      log(`No mail server is set: a message was written to ${path}`)
    },
    close: () => undefined,
  }
}

/** The way mail leaves: through the server in SMTP_URL, or into a folder of the data directory. */
export function mailFrom(options: MailOptions): Mail {
  const { smtpUrl: url = '', clock = systemClock, log = toStandardError, from, folder } = options
  return url === '' ? byFolder({ from, folder, clock, log }) : byServer({ url, from, clock })
}
