import { Button, Field, Form, type Shell } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import { doorWords } from '../words.ts'
import { Sheet } from './sheet.tsx'

type Asked = {
  shell: Shell
  language: Language
  to: string
  /** The words of the form that waits. */
  words: readonly { name: string; text: string }[]
  /** What the code is called on its way. */
  field: string
  wrong: boolean
}

/** Asks for a fresh code, and sends the form that waits on with it: nothing has to be typed again. */
export function ProofPage({ shell, language, to, words, field, wrong }: Asked) {
  const say = doorWords(language)
  const error = wrong ? { error: say('code_wrong') } : {}
  return (
    <Sheet view={{ shell, language, typed: {}, problem: undefined, to }} danger>
      <Form to={to} shell={shell} layout="flow">
        {words.map(({ name, text }) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <h1>{say('again')}</h1>
        <p>{say('again_note')}</p>
        <p>{say('again_kept')}</p>
        <Field
          name={field}
          {...error}
          label={say('code')}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={10}
          lang={language}
        />
        <p>
          <Button kind="go">{say('continue')}</Button>
        </p>
      </Form>
    </Sheet>
  )
}
