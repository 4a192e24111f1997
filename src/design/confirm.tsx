import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Form } from './form.tsx'
import { Page } from './page.tsx'
import type { Shell } from './shell.ts'

type ConfirmProps = {
  shell: Shell
  /** "End consent with Cedar Street?" */
  question: string
  /** What will happen, said before it is asked: a sentence that leads into the list. */
  lead: string
  will: readonly ComponentChildren[]
  to: string
  method?: 'post' | 'put' | 'delete'
  hidden?: Readonly<Record<string, string | number>>
  /** Verb and object. */
  yes: string
  danger?: boolean
  no: { href: string; label: string }
  errors?: readonly { says: string; field?: string }[]
  /** Of the heading: the first on a page of its own. */
  level?: 1 | 2 | 3
  /** Fields to fill in first. */
  children?: ComponentChildren
}

/** The question without a page around it, for a page of another kind. */
export function ConfirmSheet(props: ConfirmProps) {
  const { shell, question, lead, will, to, method, hidden, yes, no, children } = props
  const { danger = false, errors = [], level = 1 } = props
  const Heading = `h${level}` as const
  return (
    <>
      <ErrorSummary errors={errors} lang={shell.lang} />
      <Form
        to={to}
        shell={shell}
        layout="box read flow"
        {...(method && { method })}
        {...(hidden && { hidden })}
      >
        <Heading>{question}</Heading>
        <p>{lead}</p>
        <ul>
          {will.map((effect) => (
            <li>{effect}</li>
          ))}
        </ul>
        {children}
        <p class="row">
          <Button kind={danger ? 'danger' : 'go'}>{yes}</Button>
          <a class="btn text" href={no.href}>
            {no.label}
          </a>
        </p>
      </Form>
    </>
  )
}

/** A dialog is a page: it has an address, works without scripts, and says what will happen before it asks. */
export const Confirm = (props: ConfirmProps) => (
  <Page shell={props.shell}>
    <ConfirmSheet {...props} />
  </Page>
)
