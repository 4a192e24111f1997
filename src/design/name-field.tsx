import { Field } from './field.tsx'
import { staffWords as say } from './words.ts'

type NameFieldProps = { name: string; label: string; typed: string | undefined }

/** A field for the name of one of many, or how it begins. */
export const NameField = ({ name, label, typed }: NameFieldProps) => (
  <Field
    name={name}
    type="search"
    label={
      <>
        {label}
        <span class="quiet">{say('by_name')}</span>
      </>
    }
    {...(typed !== undefined && { value: typed })}
  />
)
