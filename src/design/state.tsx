import type { ComponentChildren } from 'preact'
import { Mark, type MarkState } from './mark.tsx'

/** A mark and the word for it. `live` makes a screen reader say it when it changes, as for "Saved 13:31". */
export const State = ({
  s,
  live,
  children,
}: {
  s: MarkState
  live?: boolean
  children: ComponentChildren
}) => (
  <span class="state" {...(live && { role: 'status' })}>
    <Mark s={s} />
    <span>{children}</span>
  </span>
)
