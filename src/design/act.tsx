import { Button, type ButtonLook } from './button.tsx'
import { Form } from './form.tsx'
import { type Reason, Reasons } from './reasons.tsx'
import type { Shell } from './shell.ts'

type ActProps = ButtonLook & {
  /** Names the reasons on the page; unique there. */
  id: string
  /** Where the press is sent. Leave it out inside a `Form`, which then sends. */
  to?: string
  shell: Pick<Shell, 'form' | 'lang'>
  method?: 'post' | 'put' | 'delete'
  hidden?: Readonly<Record<string, string | number>>
  /** The same conditions the server judges by. One that is not met blocks the act. */
  reasons?: readonly Reason[]
  /** Lays the reasons out in columns where there is room. */
  columns?: boolean
}

/**
 * Something a person can do, or, while it is blocked, the same button with everything that stands in the way.
 */
export function Act({ id, to, shell, method, hidden, reasons = [], columns, children, ...button }: ActProps) {
  if (reasons.some((reason) => !reason.met)) {
    const why = `why-${id}`
    return (
      <div class="blocked flow">
        <p>
          <Button disabled describedBy={why}>
            {children}
          </Button>
        </p>
        <Reasons reasons={reasons} id={why} lang={shell.lang} {...(columns && { columns })} />
      </div>
    )
  }
  const press = <Button {...button}>{children}</Button>
  if (to === undefined) return press
  return (
    <Form to={to} shell={shell} {...(method && { method })} {...(hidden && { hidden })}>
      {press}
    </Form>
  )
}
