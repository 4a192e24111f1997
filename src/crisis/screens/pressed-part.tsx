import type { Entry } from '../entry.ts'
import { clockTime } from './clock-time.ts'
import { type Part, say } from './step-parts.tsx'
import { whatOf } from './written.ts'

/** That something was pressed without a network, and when: its words are asked for. */
export const Pressed = ({ data, pressed }: Pick<Part, 'data'> & { pressed: Entry }) => (
  <p>{say('pressed', { at: clockTime(data, pressed.happenedAt), what: whatOf(data, pressed) })}</p>
)

/** What a form carries that says the words of what was pressed. */
export const completing = (pressed: Entry | undefined) => (pressed ? { completes: 'yes' } : {})
