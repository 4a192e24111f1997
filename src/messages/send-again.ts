import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { reachOf } from './log-reach.ts'
import { isLoggedFor } from './log-store.ts'
import { subjectOf } from './message.ts'
import { logReaders } from './policy.ts'
import { holdMessage, saveMessage } from './store.ts'
import { againWords } from './words.ts'

/** A message that was set apart is tried anew, when what was in the way is gone; judged as any other. */
export const sendAgain = act({
  name: 'messages/send-again',
  by: logReaders,
  given: z.object({ messageId: id }),
  refusals: againWords,
  async do(unit, { messageId }) {
    if (!(await isLoggedFor(unit.tx, { ...reachOf(unit.actor), id: messageId }))) return notFound()
    const message = (await holdMessage(unit, messageId)) ?? notFound()
    unit.permit(true, subjectOf(message))
    if (message.ending !== 'set_apart') return refused(['not_apart'])
    const { now } = unit
    saveMessage(unit, { ...message, ending: null, nextAt: now, dueAt: now, tries: 0, refusals: 0 })
    unit.record('message.sent_again', subjectOf(message))
    unit.enqueue({ task: 'messages/send', payload: { messageId }, key: `messages/send/${messageId}` })
    return done({ messageId })
  },
})
