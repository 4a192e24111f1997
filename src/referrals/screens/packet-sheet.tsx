import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Form, type Reason } from '#design/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { obstaclesToTelling } from '../rules.ts'
import type { Tells } from '../telling.ts'
import { obstacleWords } from '../words.ts'

const sayObstacle = obstacleWords()

export type FormProps = { seen: SeenPacket; view: View }

/** Why a form is closed: the same reasons its act would give, for each item it would tell. */
export function closedBecause(seen: SeenPacket, { items }: Tells): Reason[] {
  const tellings = seen.tellings.filter((each) => each.items.every((item) => items.includes(item)))
  const because = new Set(tellings.flatMap((telling) => obstaclesToTelling({ telling })))
  return [...because].map((code) => ({ met: false, says: sayObstacle(code) }))
}

/** What was typed belongs to the form it was typed in: each form says its name in a field of its own. */
export const typedIn = (view: View, form: string): Pick<View, 'typed' | 'problem'> & { part?: string } =>
  view.typed['_form'] === form ? view : { typed: {}, problem: undefined, part: form }

type SheetProps = {
  name: string
  to: string
  tells: Tells
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
  tells,
  seen,
  view,
  heading,
  hint,
  send,
  go = false,
  danger = false,
  children,
}: SheetProps) {
  const reasons = closedBecause(seen, tells)
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
