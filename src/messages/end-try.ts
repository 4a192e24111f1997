import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type MessageRules, modelInForce } from '#standards/contract.ts'
import { waitAfter } from './back-off.ts'
import { noteLinkEnd } from './hand-out.ts'
import { isAwaited, type Message, subjectOf } from './message.ts'
import { ended, holdMessage, saveMessage } from './store.ts'
import { tellUndelivered } from './tell-undelivered.ts'
import { addTry } from './try-store.ts'
import { tryWords } from './words.ts'

const hour = 3_600_000
const minute = 60_000

/** A failed message as it stands now: set apart when it is turned away each time or was tried long enough. */
function afterFailure(message: Message, { now }: Unit, rules: MessageRules): Message {
  const old = now.getTime() - message.dueAt.getTime() >= rules.tryForHours * hour
  if (old || message.refusals >= rules.triesRefused) return ended(message, 'set_apart')
  const nextAt = new Date(now.getTime() + waitAfter(message.tries, message.id))
  return { ...message, tryingSince: null, nextAt }
}

/** Whether somebody has to be told now that it does not arrive. */
const isOwed = (message: Message, { now }: Unit, rules: MessageRules): boolean =>
  message.undeliveredToldAt === null &&
  message.kind !== 'digest' &&
  !isAwaited(message) &&
  (message.ending === 'set_apart' ||
    (message.kind === 'alert' && now.getTime() - message.dueAt.getTime() >= rules.tellAfterMinutes * minute))

async function fail(unit: Unit, message: Message, code: string | undefined): Promise<void> {
  const rules = (await modelInForce(unit.tx, unit.now)).message_rules.body
  const failed = afterFailure(message, unit, rules)
  const told = isOwed(failed, unit, rules)
  saveMessage(unit, { ...failed, undeliveredToldAt: told ? unit.now : failed.undeliveredToldAt })
  unit.record('message.failed', subjectOf(message), {
    code,
    tries: message.tries,
    apart: failed.ending !== null,
  })
  if (told) await tellUndelivered(unit, failed)
  if (failed.ending !== null) await noteLinkEnd(unit, message, { because: failed.ending })
}

/** What came of handing a message over. A failure is tried again, ever later, and holds up no other. */
export const endTry = act({
  name: 'messages/end-try',
  by: ['system'],
  given: z.object({
    messageId: id,
    outcome: choice(['taken', 'refused', 'away']),
    code: z.string().max(30).optional(),
    gatewayId: z.string().max(100).optional(),
  }),
  refusals: tryWords,
  async do(unit, { messageId, outcome, code, gatewayId }) {
    const message = (await holdMessage(unit, messageId)) ?? notFound()
    unit.permit(true, subjectOf(message))
    const { channel } = message
    if (message.nextAt === null || channel === null) return refused(['has_ended'])
    addTry(unit, { messageId, channel, outcome, code: code ?? null, gatewayId: gatewayId ?? null })
    if (outcome === 'taken') {
      saveMessage(unit, { ...ended(message, 'sent'), sentAt: unit.now })
      unit.record('message.sent', subjectOf(message), { channel })
      await noteLinkEnd(unit, message, { sentBy: channel })
      return done({ messageId })
    }
    const refusals = message.refusals + (outcome === 'refused' ? 1 : 0)
    await fail(unit, { ...message, refusals }, code)
    return done({ messageId })
  },
})
