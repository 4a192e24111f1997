import type { ComponentChildren } from 'preact'
import { Mark, type MarkState } from './mark.tsx'

export type Marked = { s: MarkState; text: ComponentChildren }

type MarkedListProps = {
  items: readonly Marked[]
  id?: string
  /** `columns` where there is room, `run` one after the other in a line of text. */
  as?: 'list' | 'columns' | 'run'
}

const classes = { list: 'reasons', columns: 'reasons auto', run: 'key' }

/** Sentences with a mark before each. The sentence itself says the state. */
export const MarkedList = ({ items, id, as = 'list' }: MarkedListProps) => (
  <ul class={classes[as]} role="list" {...(id !== undefined && { id })}>
    {items.map(({ s, text }) => (
      <li>
        <Mark s={s} />
        <span>{text}</span>
      </li>
    ))}
  </ul>
)
