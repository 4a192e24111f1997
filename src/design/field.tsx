import type { ComponentChildren } from 'preact'
import { Control, type ControlProps } from './control.tsx'
import { fieldId } from '#platform/field-id.ts'
import { describedBy, Notes } from './notes.tsx'
import { sharedWords } from './words.ts'

type FieldProps = Omit<ControlProps, 'id' | 'describedBy' | 'invalid'> & {
  label: ComponentChildren
  hint?: ComponentChildren
  /** What to do about what was typed. */
  error?: string
  /** What stands there now, where somebody else saved while this was typed. */
  meanwhile?: string
  /** Says "(optional)": everything else is needed. */
  optional?: boolean
  /** When the name appears twice on a page. */
  id?: string
  lang?: string
}

/** A label, a hint, what was wrong, and the control, in the order they are read. */
export function Field({ label, hint, error, meanwhile, optional = false, id, lang, ...control }: FieldProps) {
  const own = id ?? fieldId(control.name)
  const chosen = control.options?.find(({ value }) => value === meanwhile)?.label
  const notes = { id: own, hint, error, meanwhile: chosen ?? meanwhile, lang }
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={own}>
        {label}
        {optional && <span class="quiet"> {sharedWords(lang)('optional')}</span>}
      </label>
      <Notes {...notes} />
      <Control {...control} id={own} describedBy={describedBy(notes)} invalid={error !== undefined} />
    </div>
  )
}
