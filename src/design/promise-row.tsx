import type { ComponentChildren } from 'preact'
import { Clock, type ClockProps } from './clock.tsx'
import type { MarkState } from './mark.tsx'

type PromiseRowProps = {
  s: MarkState
  /** Without one, as in a narrow inbox, say the time in `detail`. */
  clock?: ClockProps
  who: ComponentChildren
  href?: string
  /** This row is the one open beside the list. */
  current?: boolean
  tags?: ComponentChildren
  what: ComponentChildren
  detail?: ComponentChildren
  /** Usually a `Mini` and the name of its step. */
  at?: ComponentChildren
  /** The one act that keeps the promise. */
  act?: ComponentChildren
}

/** What is owed, to whom, by when, and the one thing to press: a row of Today and of the partner's inbox. */
export const PromiseRow = ({
  s,
  clock,
  who,
  href,
  current = false,
  tags,
  what,
  detail,
  at,
  act,
}: PromiseRowProps) => (
  <li data-s={s}>
    {clock && <Clock {...clock} />}
    <div class="what">
      <h3>
        {href === undefined ? (
          who
        ) : (
          <a href={href} {...(current && { 'aria-current': 'true' as const })}>
            {who}
          </a>
        )}
        {tags !== undefined && <> {tags}</>}
      </h3>
      <p>{what}</p>
      {detail !== undefined && <small>{detail}</small>}
    </div>
    {at !== undefined && <p class="at">{at}</p>}
    {act !== undefined && <div class="do">{act}</div>}
  </li>
)
