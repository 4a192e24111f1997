import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { phoneHref } from './phone.tsx'

/** `go` is what to do next, once a page; `danger` is outlined and destroys; `text` looks like a link. */
export type ButtonKind = 'go' | 'danger' | 'text'

export type ButtonLook = { kind?: ButtonKind; big?: boolean; children: ComponentChildren }

type ButtonProps = ButtonLook & { name?: string; value?: string; disabled?: boolean; describedBy?: string }

/** Sends the form it stands in. A name and value tell which of several buttons was pressed. */
export const Button = ({ kind, big, children, name, value, disabled, describedBy }: ButtonProps) => (
  <button
    class={classNames(kind, big && 'big')}
    name={name}
    value={value}
    disabled={disabled}
    aria-describedby={describedBy}
  >
    {children}
  </button>
)

/** Where a button leads: to a page, or to somebody at a phone. */
export type Way = { href: string } | { calls: string }

/**
 * A link with the look of a button. The number of a call stands beside it: at a desk and on paper no press
 * calls anybody.
 */
export const ButtonLink = ({ kind, big, children, ...way }: ButtonLook & Way) => (
  <>
    <a class={classNames('btn', kind, big && 'big')} href={'calls' in way ? phoneHref(way.calls) : way.href}>
      {children}
    </a>
    {'calls' in way && (
      <>
        {' '}
        <bdi class="nb number">{way.calls}</bdi>
      </>
    )}
  </>
)
