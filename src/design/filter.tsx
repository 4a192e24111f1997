import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import type { Shell } from './shell.ts'
import { staffWords } from './words.ts'

type FilterProps = {
  to: string
  /**
   * The shell, where a name is typed here: it is sent in the body and never becomes part of the address. Left
   * out where everything is chosen of a list.
   */
  typed?: Pick<Shell, 'form'> | undefined
  /** Verb of the button, where it finds somebody and filters no list. */
  button?: string
  children: ComponentChildren
}

/** A form that changes nothing. What is chosen becomes part of the address; what is typed does not. */
export const Filter = ({ to, typed, button, children }: FilterProps) => {
  const inside = (
    <>
      {children}
      <Button>{button ?? staffWords('filter')}</Button>
    </>
  )
  if (typed !== undefined)
    return (
      <Form to={to} shell={typed} method="query" layout="filter auto">
        {inside}
      </Form>
    )
  return (
    <form class="filter auto" method="get" action={to}>
      {inside}
    </form>
  )
}
