import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { lease } from './back-off.ts'
import { contentOf, spoken } from './content.ts'
import { handedOut, noteLinkEnd } from './hand-out.ts'
import { factsOf, type Facts, type MarkOf } from './facts.ts'
import { type Ending, type Message, subjectOf } from './message.ts'
import { isNeutral } from './neutral.ts'
import { makeBeside } from './post-message.ts'
import { judge } from './rules.ts'
import { ended, holdMessage, saveMessage } from './store.ts'
import { tellUndelivered } from './tell-undelivered.ts'
import { addTry } from './try-store.ts'
import { tryWords } from './words.ts'

/** What is handed over: it stands in no row and no log. */
export type Handed = { id: string; channel: 'email' | 'text'; to: string; subject: string; text: string }

/** Endings after which an alert is somebody else's to pass on: there is no way to whoever it was for. */
const unreachable: ReadonlySet<Ending> = new Set(['no_address', 'stopped', 'not_neutral'])

async function end(unit: Unit, message: Message, ending: Ending): Promise<undefined> {
  const passedOn = message.kind === 'alert' && unreachable.has(ending)
  saveMessage(unit, { ...ended(message, ending), ...(passedOn && { undeliveredToldAt: unit.now }) })
  unit.record('message.ended', subjectOf(message), { ending })
  if (passedOn) await tellUndelivered(unit, message)
  await noteLinkEnd(unit, message, { because: ending })
}

/** Somebody began to hand it over and never said what came of it: it may have arrived. */
function noteUnknown(unit: Unit, { id: messageId, tryingSince, channel }: Message): void {
  if (tryingSince === null || channel === null) return
  addTry(unit, { messageId, channel, outcome: 'unknown', code: null, gatewayId: null })
}

type Known = Facts & { calendar: Parameters<typeof judge>[0]['calendar']; url: string }

async function decide(
  unit: Unit,
  message: Message,
  { reader, url, ...facts }: Known,
): Promise<Handed | undefined> {
  if (reader === undefined) return end(unit, message, facts.needed ? 'no_address' : 'not_needed')
  const { now } = unit
  const rules = (await modelInForce(unit.tx, now)).message_rules.body
  const verdict = judge({ ...facts, message, reader, rules, now })
  if (verdict.do === 'end') return end(unit, message, verdict.ending)
  if (verdict.do === 'hold') {
    saveMessage(unit, { ...message, nextAt: verdict.until, tryingSince: null })
    unit.record('message.held', subjectOf(message), {
      because: verdict.because,
      until: verdict.until.toISOString(),
    })
    return undefined
  }
  const { channel, to, beside } = verdict
  const told = { ...facts.told, ...(await handedOut(unit, message)) }
  const writing = { ...facts, told, message, channel, url, now, language: spoken(reader.language) ?? 'en' }
  const content = contentOf(writing)
  const words = contentOf({ ...writing, url: '' })
  if (!isNeutral(`${words.subject}\n${words.text}`)) return end(unit, message, 'not_neutral')
  saveMessage(unit, { ...message, channel, tryingSince: now, tries: message.tries + 1 })
  unit.record('message.handed_over', subjectOf(message), { channel, tries: message.tries + 1 })
  if (beside !== undefined) await makeBeside(unit, message, beside)
  return { id: message.id, channel, to, ...content }
}

/**
 * Looks at a message as it is to be sent now: whether it is still needed, whether it may go out to this
 * person at this hour, by which way, and with which words. Whoever gets it back hands it over and says
 * what came of it; nobody else gets it meanwhile.
 */
export const beginTry = act({
  name: 'messages/begin-try',
  by: ['system'],
  given: z.object({
    messageId: id,
    markOf: z.custom<MarkOf>((given) => typeof given === 'function'),
    /** Where a message leads to. */
    url: z.string(),
  }),
  refusals: tryWords,
  async do(unit, { messageId, markOf, url }) {
    const message = (await holdMessage(unit, messageId)) ?? notFound()
    unit.permit(true, subjectOf(message))
    if (message.nextAt === null) return refused(['has_ended'])
    if (message.nextAt > unit.now) return refused(['not_due'])
    const since = message.tryingSince
    if (since !== null && unit.now.getTime() - since.getTime() < lease) return refused(['tried_now'])
    noteUnknown(unit, message)
    return done({ handed: await decide(unit, message, { ...(await factsOf(unit, message, markOf)), url }) })
  },
})
