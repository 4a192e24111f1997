import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type Message, subjectOf } from './message.ts'
import { noteReminder } from './note-reminder.ts'
import { ended, holdMessage, noteArrived, saveMessage } from './store.ts'
import { tellUndelivered } from './tell-undelivered.ts'
import { addTry, triesOf } from './try-store.ts'
import { statusWords } from './words.ts'

async function arrived(unit: Unit, message: Message): Promise<void> {
  // It arrived though nobody wrote down that it was taken: then it is not sent again.
  if (message.ending === null) saveMessage(unit, { ...ended(message, 'sent'), sentAt: unit.now })
  noteArrived(unit, message.id)
  unit.record('message.arrived', subjectOf(message))
  if (message.kind === 'reminder') await noteReminder(unit, message, 'delivered')
}

async function failed(unit: Unit, message: Message): Promise<void> {
  const told = message.undeliveredToldAt === null && message.kind !== 'digest'
  if (message.ending === 'sent')
    saveMessage(unit, { ...message, ...(told && { undeliveredToldAt: unit.now }) })
  unit.record('message.not_arrived', subjectOf(message))
  if (told) await tellUndelivered(unit, message)
}

/** What the gateway says became of a text. Said twice, it is written down once. */
export const noteTextStatus = act({
  name: 'messages/note-text-status',
  by: ['system'],
  given: z.object({
    messageId: id,
    outcome: choice(['delivered', 'failed']),
    code: z.string().max(30).optional(),
    gatewayId: z.string().max(100).optional(),
  }),
  refusals: statusWords,
  async do(unit, { messageId, outcome, code, gatewayId }) {
    const message = (await holdMessage(unit, messageId)) ?? notFound()
    unit.permit(true, subjectOf(message))
    const tries = (await triesOf(unit.tx, [messageId])).get(messageId) ?? []
    if (tries.some((each) => each.outcome === outcome)) return refused(['known_already'])
    if (message.channel !== 'text') return refused(['no_text'])
    addTry(unit, { messageId, channel: 'text', outcome, code: code ?? null, gatewayId: gatewayId ?? null })
    await (outcome === 'delivered' ? arrived : failed)(unit, message)
    return done({ messageId })
  },
})
