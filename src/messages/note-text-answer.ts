import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { addStop } from './stop-store.ts'

const stops = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'alto', 'parar', 'توقف', 'قف']
const starts = ['start', 'unstop', 'yes', 'si', 'sí', 'نعم']

/** What an answer to a text asks for, in one word; undefined for anything else, which nobody keeps. */
export function askedBy(answer: string): 'stop' | 'start' | undefined {
  const word = answer
    .trim()
    .toLocaleLowerCase()
    .replace(/[.!]{1,3}$/, '')
  if (stops.includes(word)) return 'stop'
  return starts.includes(word) ? 'start' : undefined
}

/** Somebody answered a text with STOP, or with START again. It holds from this moment on. */
export const noteTextAnswer = act({
  name: 'messages/note-text-answer',
  by: ['system'],
  given: z.object({ mark: z.string().length(43), asked: z.enum(['stop', 'start']) }),
  async do(unit, { mark, asked }) {
    unit.permit(true)
    const id = addStop(unit, { mark, stopped: asked === 'stop' })
    unit.record(asked === 'stop' ? 'texts.stopped' : 'texts.started', { type: 'text_stop', id }, { mark })
    return done({ id })
  },
})
