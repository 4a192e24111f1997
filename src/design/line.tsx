import type { ComponentChildren, VNode } from 'preact'
import { type MarkState, stateWord } from './mark.tsx'
import { sharedWords } from './words.ts'

/** One step. A note given as text gets a line of its own; a node, such as `<Late>`, is placed as it is. */
export type Step = {
  s: MarkState
  name: ComponentChildren
  href?: string
  notes?: readonly (string | VNode)[]
  /** The state in words, where the page has better ones than "done" or "not yet". */
  word?: string
  /** In the marigold label of the current step, instead of "Now". */
  nowWord?: string
}

type LineProps = {
  steps: readonly Step[]
  /** Lies down where its column is wide enough. Without it the line stands. */
  across?: boolean
  /** Later attempts. Each forks off at the last step of the one before, whose dates stay printed. */
  redirects?: readonly { note: ComponentChildren; steps: readonly Step[] }[]
  lang?: string
  /** Says what the line is about, where no heading does. */
  label?: string
}

/** The steps of a line that is not cut short: one that ended early is drawn to the same scale. */
const whole = 9

const isNow = (step: Step) => step.s.startsWith('now')

function StepItem({ step, forks, lang }: { step: Step; forks: boolean; lang: string | undefined }) {
  const { s, name, href, notes = [] } = step
  return (
    <li data-s={s} {...(forks && { class: 'forks' })} {...(isNow(step) && { 'aria-current': 'step' })}>
      <b>
        {href === undefined ? name : <a href={href}>{name}</a>}
        <span class="vh"> ({step.word ?? stateWord(s, lang)})</span>
      </b>
      {isNow(step) && (
        <>
          {' '}
          <span class="now-word">{step.nowWord ?? sharedWords(lang)('now')}</span>
        </>
      )}
      {notes.map((note) => (
        <> {typeof note === 'string' ? <span>{note}</span> : note}</>
      ))}
    </li>
  )
}

type LegProps = {
  steps: readonly Step[]
  /** Columns that lie before it. */
  skip: number
  /** Whether another leg starts at its last step. */
  forks: boolean
  lang: string | undefined
  label?: string | undefined
}

/** The steps from one start or fork to where they end. */
function Leg({ steps, skip, forks, lang, label }: LegProps) {
  return (
    <ol
      class={skip > 0 ? 'line joins' : 'line'}
      {...(skip > 0 && { 'data-skip': skip })}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {steps.map((step, i) => (
        <StepItem step={step} forks={forks && i === steps.length - 1} lang={lang} />
      ))}
    </ol>
  )
}

/** One continuous thread: solid where it has been, dashed ahead, a fork where a referral was redirected. */
export function Line({ steps, across = false, redirects = [], lang, label }: LineProps) {
  if (!across && redirects.length === 0)
    return <Leg steps={steps} skip={0} forks={false} lang={lang} label={label} />
  const all = [steps, ...redirects.map((redirect) => redirect.steps)]
  const skips = all.map((_, i) => all.slice(0, i).reduce((sum, leg) => sum + leg.length - 1, 0))
  const cut = steps.at(-1)?.s === 'end' ? whole : 0
  const cols = Math.max(cut, ...all.map((leg, i) => leg.length + (skips[i] ?? 0)))
  return (
    <div
      class={redirects.length > 0 ? 'across forked' : 'across'}
      data-cols={cols}
      {...(all.flat().some(isNow) && { 'data-now': '' })}
    >
      <Leg steps={steps} skip={0} forks={redirects.length > 0} lang={lang} label={label} />
      {redirects.map((redirect, i) => (
        <>
          <p class="elbow" data-skip={skips[i + 1]}>
            {redirect.note}
          </p>
          <Leg steps={redirect.steps} skip={skips[i + 1] ?? 0} forks={i < redirects.length - 1} lang={lang} />
        </>
      ))}
    </div>
  )
}
