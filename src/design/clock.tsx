import { sharedWords } from './words.ts'

export type ClockProps = {
  /** What it means, said first: "2 h left", "1 school day late". */
  means: string
  /** When: "due today 15:30". */
  time: string
  /** The instant, or the calendar day as YYYY-MM-DD, for a machine. */
  at: Date | string
  late?: boolean
  /** The exact instant and the standard it comes from, shown on demand. */
  exact?: string
  lang?: string
}

/** A promise's time: a sentence, not a badge. */
export const Clock = ({ means, time, at, late = false, exact, lang }: ClockProps) => (
  <div class="when">
    <b {...(late && { class: 'late' })}>{means}</b>{' '}
    <small>
      <time datetime={typeof at === 'string' ? at : at.toISOString()}>{time}</time>
    </small>
    {exact !== undefined && (
      <details class="more">
        <summary>{sharedWords(lang)('exact')}</summary>
        <p class="hint">{exact}</p>
      </details>
    )}
  </div>
)
