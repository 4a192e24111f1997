import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { fieldId } from '#platform/field-id.ts'
import { describedBy, Notes } from './notes.tsx'

export type Choice = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  disabled?: boolean
  /** While this is chosen, what stands in the same form under `unusual` is not asked. */
  usual?: boolean
  /** Asked only of whoever chooses this. Where the browser cannot hide it, it stays open. */
  reveal?: ComponentChildren
}

type ChoicesProps = {
  name: string
  /** Its own id, where several forms of a page ask by one name. */
  id?: string
  legend: ComponentChildren
  options: readonly Choice[]
  /** What is chosen; several only with `many`. */
  chosen?: string | readonly string[]
  many?: boolean
  hint?: ComponentChildren
  error?: string
  /** What is chosen now, where somebody else saved while this was answered. */
  meanwhile?: string
  /** Between the legend and the answers, as for words to read aloud. */
  before?: ComponentChildren
  /** Side by side, for short answers; in two columns, for many questions with a few answers each. */
  inline?: boolean | 'columns'
  lang?: string
}

type PickProps = { choice: Choice; id: string; name: string; many: boolean; checked: boolean }

const Pick = ({ choice, id, name, many, checked }: PickProps) => (
  <label class="pick">
    <input
      type={many ? 'checkbox' : 'radio'}
      id={id}
      name={name}
      value={choice.value}
      checked={checked}
      disabled={choice.disabled}
      data-usual={choice.usual}
    />
    <span>{choice.label}</span> {choice.hint !== undefined && <small>{choice.hint}</small>}
  </label>
)

const Opt = ({ reveal, ...pick }: PickProps & { reveal: ComponentChildren }) => (
  <div class="opt">
    <Pick {...pick} />
    {reveal !== undefined && <div class="reveal flow">{reveal}</div>}
  </div>
)

function Picks({ name, id: own, options, chosen = [], many = false }: ChoicesProps) {
  const id = own ?? fieldId(name)
  const reveals = options.some((choice) => choice.reveal !== undefined)
  return options.map((choice, i) => {
    const checked = [chosen].flat().includes(choice.value)
    const pick = { choice, name, many, checked, id: i === 0 ? id : `${id}-${i + 1}` }
    return reveals ? <Opt {...pick} reveal={choice.reveal} /> : <Pick {...pick} />
  })
}

const layouts = { true: 'choices row', false: undefined, columns: 'choices columns' }

/** One question with its answers: one to choose, or several. Errors lead to the first answer. */
export function Choices(props: ChoicesProps) {
  const { name, legend, hint, error, before, inline = false, lang } = props
  const chosenNow = props.options.find(({ value }) => value === props.meanwhile)?.label
  const meanwhile = typeof chosenNow === 'string' ? chosenNow : props.meanwhile
  const notes = { id: props.id ?? fieldId(name), hint, error, meanwhile, lang }
  const kind = classNames(before !== undefined && 'flow', error !== undefined && 'wrong')
  return (
    <fieldset class={kind} aria-describedby={describedBy(notes)}>
      <legend>{legend}</legend>
      <Notes {...notes} />
      {before}
      <div class={layouts[String(inline) as keyof typeof layouts]}>
        <Picks {...props} />
      </div>
    </fieldset>
  )
}
