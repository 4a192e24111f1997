import type { ComponentChildren } from 'preact'
import { Control, type ControlProps } from './control.tsx'
import { fieldId } from './field-id.ts'
import { sharedWords } from './words.ts'

type FieldProps = Omit<ControlProps, 'id' | 'describedBy' | 'invalid'> & {
  label: ComponentChildren
  hint?: ComponentChildren
  /** What to do about what was typed. */
  error?: string
  /** Says "(optional)": everything else is needed. */
  optional?: boolean
  /** When the name appears twice on a page. */
  id?: string
  lang?: string
}

/** A label, a hint, what was wrong, and the control, in the order they are read. */
export function Field({ label, hint, error, optional = false, id, lang, ...control }: FieldProps) {
  const say = sharedWords(lang)
  const own = id ?? fieldId(control.name)
  const described = [hint !== undefined && `${own}-hint`, error !== undefined && `${own}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={own}>
        {label}
        {optional && <span class="quiet"> {say('optional')}</span>}
      </label>
      {hint !== undefined && (
        <span class="hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span class="error" id={`${own}-error`}>
          <span class="vh">{say('error')} </span>
          {error}
        </span>
      )}
      <Control
        {...control}
        id={own}
        {...(described && { describedBy: described })}
        invalid={error !== undefined}
      />
    </div>
  )
}
