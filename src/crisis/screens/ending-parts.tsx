import type { ComponentChildren } from 'preact'
import { Form } from '#design/contract.ts'
import type { Part } from './step-parts.tsx'

type EndForm = Part & {
  to: string
  part: string
  hidden?: Record<string, string>
  children: ComponentChildren
}

/** A form of an ending. */
export const End = ({ data, view, to, part, hidden = {}, children }: EndForm) => (
  <Form
    to={`/crisis/incidents/${data.incident.id}/${to}`}
    shell={view.shell}
    hidden={{ part, ...hidden }}
    layout="flow"
  >
    {children}
  </Form>
)

/** What is folded until it came back with what is missing. */
export const Folded = ({
  view,
  part,
  name,
  isOpen = false,
  children,
}: Pick<Part, 'view'> & { part: string; name: string; isOpen?: boolean; children: ComponentChildren }) => (
  <details class="more" {...((isOpen || view.typed['part'] === part) && { open: true })}>
    <summary>{name}</summary>
    {children}
  </details>
)
