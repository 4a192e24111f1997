import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Mark } from '#design/contract.ts'
import { momentWords, type Reading } from '#consent/contract.ts'
import type { HandoffData } from '../handoff-page.ts'
import { type Doing, nextDoing } from '../progress.ts'
import type { Part } from '../rules.ts'
import { screenWords } from '../screen-words.ts'

export const say = screenWords()

/** A word for a code; the code itself when a list knows more than the catalog. */
export const word = (key: string): string =>
  say.has(key) ? (say as (key: string) => string)(key) : (key.split('.').at(-1) ?? key)

/** Codes as options, each with its word. */
export const optionsOf = (codes: readonly string[], prefix: string) =>
  codes.map((value) => ({ value, label: word(`${prefix}.${value}`) }))

/** A list in force as options of a select, with nothing chosen first. */
export const orChoose = (list: readonly { code: string; label: string }[]) => [
  { value: '', label: say('choose') },
  ...list.map(({ code, label }) => ({ value: code, label })),
]

export const readingOf = (data: Pick<HandoffData, 'clock' | 'now'>): Reading => ({
  timeZone: data.clock.timeZone,
  now: data.now,
})
export const at = (data: Pick<HandoffData, 'clock' | 'now'>, moment: Date) =>
  momentWords(moment, readingOf(data))

/** The filled button of the page belongs to the one thing to do next; every other one is outlined. */
export const goIf = (data: HandoffData, doing: Doing) =>
  nextDoing(data.missing) === doing ? { kind: 'go' as const } : {}

/** Where the page opens, and where it comes back to after a form: at the one thing to do next. */
export const NEXT = 'next-step'

type NextProps = { data: HandoffData; doing: Doing; children: ComponentChildren }

export const Next = ({ data, doing, children }: NextProps) =>
  nextDoing(data.missing) === doing ? (
    <div id={NEXT} tabindex={-1} class="flow">
      {children}
    </div>
  ) : (
    <>{children}</>
  )

export type PartProps = { data: HandoffData; view: View }

type StepProps = {
  part: Part
  number: number
  note?: ComponentChildren
  open: boolean
  done: boolean
  children: ComponentChildren
}

/** One part of the call: open where the work is, folded where it is done or still ahead. */
export const Step = ({ part, number, note, open, done, children }: StepProps) => {
  const title = `${number}. ${word(`part.${part}`)}`
  if (open) {
    return (
      <section class="step" id={part} aria-labelledby={`${part}-h`}>
        <div class="sec-head">
          <h2 id={`${part}-h`}>{title}</h2>
          {note !== undefined && <p class="quiet">{note}</p>}
        </div>
        {children}
      </section>
    )
  }
  return (
    <details class="step more" id={part}>
      <summary>
        <h2>
          {done && <Mark s="done" />} {title}
        </h2>
        {note !== undefined && <span class="quiet">{note}</span>}
      </summary>
      <div class="flow">{children}</div>
    </details>
  )
}
