import type { ComponentChildren } from 'preact'
import { Line, type Step } from './line.tsx'

type EmptyProps = {
  /** What is true: "Nothing is owed right now." */
  fact: string
  /** More about it. */
  note?: string | undefined
  /** What comes next, and when. */
  next?: { name: string; note?: string } | undefined
  lang?: string
  /** One thing to do. */
  children?: ComponentChildren
}

/** Nothing here: what is true, what comes next, and one thing to do. */
export function Empty({ fact, note, next, lang, children }: EmptyProps) {
  const step = (s: Step['s'], name: string, said: string | undefined): Step => ({
    s,
    name,
    ...(said && { notes: [said] }),
  })
  return (
    <div class="flow read">
      {next ? (
        <Line
          steps={[step('done', fact, note), step('next', next.name, next.note)]}
          {...(lang && { lang })}
        />
      ) : (
        <p>
          <b>{fact}</b>
          {note && ` ${note}`}
        </p>
      )}
      {children}
    </div>
  )
}
