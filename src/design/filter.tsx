import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { staffWords } from './words.ts'

type FilterProps = {
  to: string
  /** Verb of the button, where it finds somebody and filters no list. */
  button?: string
  children: ComponentChildren
}

/** A form that changes nothing: what is chosen becomes part of the address. */
export const Filter = ({ to, button, children }: FilterProps) => (
  <form class="filter auto" method="get" action={to}>
    {children}
    <Button>{button ?? staffWords('filter')}</Button>
  </form>
)
