import type { ComponentChildren } from 'preact'
import type { Shell } from './shell.ts'

type FormProps = {
  to: string
  shell: Pick<Shell, 'form'>
  /**
   * Anything but a post is sent as one, with the method beside it: browsers send no others. A query changes
   * nothing and needs no key: it reads the page with what was typed.
   */
  method?: 'post' | 'put' | 'delete' | 'query'
  /** Sends files. */
  upload?: boolean
  hidden?: Readonly<Record<string, string | number>>
  layout?: string | undefined
  role?: 'search'
  children: ComponentChildren
}

/**
 * A form that is sent. It proves which session it belongs to, and, where it changes something,
 * carries a fresh key, so that a second press changes nothing. Answers are checked by the server, which keeps
 * what was typed.
 */
export const Form = ({
  to,
  shell,
  method = 'post',
  upload = false,
  hidden = {},
  layout,
  role,
  children,
}: FormProps) => (
  <form
    method="post"
    action={to}
    class={layout}
    role={role}
    novalidate
    {...(upload && { enctype: 'multipart/form-data' })}
  >
    <input type="hidden" name="_csrf" value={shell.form.csrf} />
    {method !== 'query' && <input type="hidden" name="_key" value={shell.form.newKey()} />}
    {shell.form.heard === true && <input type="hidden" name="_heard" value="yes" />}
    {method !== 'post' && <input type="hidden" name="_method" value={method} />}
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
