import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Form, type Reason } from '#design/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { obstaclesToTelling } from '../rules.ts'
import type { TellingScope } from '../telling.ts'
import { obstacleWords } from '../words.ts'

const sayObstacle = obstacleWords()

export type FormProps = { seen: SeenPacket; view: View }

/** Why a form is closed: the same reasons its act would give. */
export function closedBecause(seen: SeenPacket, scope: TellingScope): Reason[] {
  const telling = seen.tellings.find((each) => each.scope === scope)
  if (telling === undefined) return []
  return obstaclesToTelling({ telling }).map((code) => ({ met: false, says: sayObstacle(code) }))
}

/** What was typed belongs to the form it was typed in: each form says its name in a field of its own. */
export const typedIn = (view: View, form: string): Pick<View, 'typed' | 'problem'> =>
  view.typed['_form'] === form ? view : { typed: {}, problem: undefined }

type SheetProps = {
  name: string
  to: string
  scope: TellingScope
  seen: SeenPacket
  view: View
  heading: string
  hint?: string
  send: string
  go?: boolean
  danger?: boolean
  children?: ComponentChildren
}

/**
 * One answer an agency can give: open when it came back with a problem, closed with its reasons when it
 * cannot be given.
 */
export function Sheet({
  name,
  to,
  scope,
  seen,
  view,
  heading,
  hint,
  send,
  go = false,
  danger = false,
  children,
}: SheetProps) {
  const reasons = closedBecause(seen, scope)
  const kind = go ? ({ kind: 'go' } as const) : danger ? ({ kind: 'danger' } as const) : {}
  const blocked = reasons.length > 0
  return (
    <details class="more" open={go || view.typed['_form'] === name}>
      <summary>{heading}</summary>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <Form to={`/inbox/${seen.referral.id}/${to}`} shell={view.shell} layout="flow" hidden={{ _form: name }}>
        {!blocked && children}
        <Act id={name} shell={view.shell} reasons={reasons} {...kind}>
          {send}
        </Act>
      </Form>
    </details>
  )
}

/** A field of `kept` as a set of choices takes it. */
export const asChoices = ({
  value,
  ...field
}: {
  name: string
  value?: string
  error?: string
  meanwhile?: string
}) => ({
  ...field,
  ...(value !== undefined && { chosen: value }),
})
