import type { ComponentChildren } from 'preact'
import { type MarkState, stateWord } from './mark.tsx'

export type Event = {
  s: MarkState
  /** The time as people read it; the day only where it changes. */
  time?: string
  /** The same as a machine reads it. */
  at?: Date
  what: ComponentChildren
  detail?: ComponentChildren
  /** So that a source link can lead here. */
  id?: string
}

/**
 * What is listed has happened unless its mark says otherwise, so only the other states are put into words.
 */
const needsWord = (s: MarkState) => s !== 'done'

/** A line with its times in the margin. The caller puts the newest first. */
export const Events = ({ events, lang }: { events: readonly Event[]; lang?: string }) => (
  <ol class="line events">
    {events.map(({ s, time, at, what, detail, id }) => (
      <li
        data-s={s}
        {...(id !== undefined && { id })}
        {...(s.startsWith('now') && { 'aria-current': 'step' })}
      >
        {time !== undefined && <time {...(at && { datetime: at.toISOString() })}>{time}</time>}
        <b>
          {what}
          {needsWord(s) && <span class="vh"> ({stateWord(s, lang)})</span>}
        </b>
        {detail !== undefined && <span class="quiet">{detail}</span>}
      </li>
    ))}
  </ol>
)
