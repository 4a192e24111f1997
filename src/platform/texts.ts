import { createHmac } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'
import { newId } from './ids.ts'
import { askGateway, type Gateway, lineToGateway } from './text-gateway.ts'
import { isSignedText } from './text-signature.ts'
import { textNumber } from './text-number.ts'
import { Unsent } from './unsent.ts'

/** A text to one phone. Like mail, it says no more than that there is something to open. */
export type Text = {
  /** As people write it; it is checked and completed here. */
  to: string
  text: string
  /** Where the gateway tells what became of it. */
  tellAt?: string
}

export type Texts = {
  /**
   * Hands a text over. @returns the gateway's own id of it
   * @throws Unsent when it is not taken
   */
  send(text: Text): Promise<string>
  /** A mark of a number that nobody can read back: only ever compared. Undefined for what is no number. */
  mark(number: string): string | undefined
  /** Whether the gateway said this, at this address. Nobody did where there is no gateway. */
  isFromGateway(said: { url: string; fields: Readonly<Record<string, string>>; signature?: string }): boolean
}

export type TextsOptions = {
  /** Absent: texts are written to the folder. */
  gateway: Gateway | undefined
  folder: string
  /** Makes the marks of numbers. */
  secret: string
  country: string
  clock?: Clock
}

const markOf = (secret: string, number: string) =>
  createHmac('sha256', secret).update(`text\n${number}`).digest('base64url')

/** @throws Unsent for what reaches nobody by text */
function numberOf(typed: string, country: string): string {
  const number = textNumber(typed, country)
  if (number === undefined) throw new Unsent('refused', 'not_a_number')
  return number
}

type Hand = (text: { to: string; text: string; tellAt?: string }) => Promise<string>

const byFolder =
  ({ folder, clock = systemClock }: TextsOptions): Hand =>
  async ({ to, text }) => {
    const id = newId(clock.now().getTime())
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, `${id}.txt`), `To: ${to}\n\n${text}\n`, { mode: 0o600 })
    return id
  }

/** The way texts leave: through the gateway of the settings, or into a folder of the data directory. */
export function textsFrom(options: TextsOptions): Texts {
  const { gateway, secret, country } = options
  const hand: Hand = gateway === undefined ? byFolder(options) : askGateway(gateway, lineToGateway(gateway))
  return {
    send: async ({ to, ...rest }) => hand({ ...rest, to: numberOf(to, country) }),
    mark(typed) {
      const number = textNumber(typed, country)
      return number === undefined ? undefined : markOf(secret, number)
    },
    isFromGateway: ({ signature, ...said }) =>
      gateway !== undefined && isSignedText({ ...said, signature, token: gateway.token }),
  }
}

/** Where texts are not sent and nobody tells of any. */
export const noTexts: Texts = {
  send: async () => {
    throw new Unsent('away', 'no_gateway')
  },
  mark: () => undefined,
  isFromGateway: () => false,
}
