import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { staffWords } from './words.ts'

/** A form that changes nothing: what is chosen becomes part of the address. */
export const Filter = ({ to, children }: { to: string; children: ComponentChildren }) => (
  <form class="filter auto" method="get" action={to}>
    {children}
    <Button>{staffWords('filter')}</Button>
  </form>
)
