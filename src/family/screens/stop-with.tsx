import { Button, Form, type Shell } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import { sharedWords } from '../words.ts'

type StopWithProps = {
  row: { partnerId: string; office: string | null }
  language: Language
  shell: Shell
}

/** Two steps, so that nobody stops by a slip: what it means, and the button. */
export const StopWith = ({ row, language, shell }: StopWithProps) => {
  const say = sharedWords(language)
  return (
    <details class="more">
      <summary>{say('stop_with', { office: row.office ?? say('office_gone') })}</summary>
      <Form
        to={`/family/stops?lang=${language}`}
        shell={shell}
        hidden={{ partnerId: row.partnerId, language }}
        layout="flow"
      >
        <p>{say('stop_means')}</p>
        <Button kind="danger">{say('stop_now')}</Button>
      </Form>
    </details>
  )
}
