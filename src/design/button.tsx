import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

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

/** A link to a page, with the look of a button. */
export const ButtonLink = ({ kind, big, children, href }: ButtonLook & { href: string }) => (
  <a class={classNames('btn', kind, big && 'big')} href={href}>
    {children}
  </a>
)
