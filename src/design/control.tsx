export type Option = { value: string; label: string; disabled?: boolean }

type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'password'
  | 'search'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'month'
  | 'file'

export type ControlProps = {
  id: string
  name: string
  type?: InputType | 'textarea' | 'select'
  value?: string
  /** For a select. */
  options?: readonly Option[]
  /** Narrow for a date or a code, middle for a phone number; else the whole column. */
  width?: 'short' | 'mid'
  readonly?: boolean
  /** Off unless told: a shared machine must not offer one family's details to the next. */
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  maxlength?: number
  min?: string
  max?: string
  step?: string
  /** Kinds of file, as in `.zip,application/zip`. */
  accept?: string
  /** Several files. */
  multiple?: boolean
  rows?: number
  describedBy?: string | undefined
  invalid?: boolean
}

/** The parser drops one line break after the opening tag, so text that begins with one gets a second. */
const wholeText = (value = '') => (value.startsWith('\n') ? `\n${value}` : value)

/** Preact types every kind of input apart; here the kind is a value, and their attributes are the same. */
const asText = (attributes: { type: InputType }) => attributes as { type: 'text' }

const Options = ({ options, value }: { options: readonly Option[]; value: string | undefined }) =>
  options.map((option) => (
    // A text that is its own value stands there once: a list of hundreds weighs half.
    <option
      value={option.value === option.label ? undefined : option.value}
      selected={option.value === value}
      disabled={option.disabled}
    >
      {option.label}
    </option>
  ))

/** The control itself. Use `Field`, which gives it a label. */
export function Control(props: ControlProps) {
  const { id, name, type = 'text', value, options = [], width, describedBy, invalid = false, ...rest } = props
  const { readonly, maxlength, rows, autocomplete = 'off', inputmode, ...input } = rest
  const common = {
    id,
    name,
    class: width,
    'aria-describedby': describedBy,
    ...(invalid && { 'aria-invalid': 'true' as const }),
  }
  if (type === 'select') {
    return (
      <select {...common} autocomplete={autocomplete}>
        <Options options={options} value={value} />
      </select>
    )
  }
  if (type === 'textarea') {
    const text = { autocomplete, rows, maxlength, readonly }
    return (
      <textarea {...common} {...text}>
        {wholeText(value)}
      </textarea>
    )
  }
  return (
    <input
      {...common}
      {...input}
      {...asText({ type })}
      readonly={readonly}
      maxlength={maxlength}
      inputmode={inputmode}
      {...(type !== 'file' && { value, autocomplete })}
    />
  )
}
