import type { Choosing } from '#platform/choosing.ts'
import { Field } from './field.tsx'
import { NameField } from './name-field.tsx'
import { staffWords as say } from './words.ts'

type NarrowProps = {
  name: string
  label: string
  /** What stands for no choice: "All of mine". */
  all: string
  choosing: Choosing
  /** The address with nothing of this chosen. */
  clear: string
}

/**
 * One thing a list can be narrowed to. A few are offered in a list; of many the name is typed, so that the
 * page stays light and works without scripts. What was chosen of many stands there with the way back.
 */
export function Narrow({ name, label, all, choosing: { offered, chosen, typed }, clear }: NarrowProps) {
  if (offered !== null) {
    const options = [
      { value: '', label: all },
      ...offered.map((each) => ({ value: each.id, label: each.name })),
    ]
    return <Field name={name} type="select" label={label} value={chosen?.id ?? ''} options={options} />
  }
  if (chosen === undefined) return <NameField name={name} label={label} typed={typed} />
  return (
    <div class="field">
      <input type="hidden" name={name} value={chosen.id} />
      <b>{label}</b>
      <p>
        {chosen.name} <br />
        <a href={clear}>{all}</a>
      </p>
    </div>
  )
}

type MeantProps<C extends Choosing> = {
  label: string
  choosing: C
  /** The address with this one chosen. */
  href: (id: string) => string
  /** What tells two of one name apart. */
  note?: (one: C['meant'][number]) => string | undefined
}

/** A name was typed that is several's, or nobody's: each is a link, and nothing is guessed. */
export function Meant<C extends Choosing>({ label, choosing, href, note }: MeantProps<C>) {
  const { typed, meant, count } = choosing
  if (typed === undefined) return null
  return (
    <section class="flow read">
      <h2>{say('meant', { label, typed })}</h2>
      <p>{say('meant_count', { count })}</p>
      {count > 0 && (
        <ul>
          {meant.map((one) => (
            <li>
              <a href={href(one.id)}>{one.name}</a> <small>{note?.(one)}</small>
            </li>
          ))}
        </ul>
      )}
      {count > meant.length && <p class="hint">{say('meant_more', { count: count - meant.length })}</p>}
    </section>
  )
}
