import { Button, ErrorSummary, FamilyPage, Field, Form, KeyList, kept, type Shell } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import { grades } from '../care-notice.ts'
import { senderDoorWords } from '../sender-words.ts'

export type Wrong = { says: string; field?: string }
type Around = { shell: Shell; language: Language; to: string }
type SenderProps = Around & {
  agency: string
  label: string
  schools: readonly { id: string; name: string }[]
  typed: Readonly<Record<string, string>>
  wrong: readonly Wrong[]
}

const languagesAt = (to: string) => [
  { lang: 'en', name: 'English', href: `${to}?lang=en` },
  { lang: 'es', name: 'Español', href: `${to}?lang=es` },
]

type FieldsProps = Pick<SenderProps, 'typed' | 'wrong' | 'schools'> & {
  say: ReturnType<typeof senderDoorWords>
}
const Fields = ({ typed, wrong, schools, say }: FieldsProps) => {
  const field = kept({ typed, problem: { because: wrong } })
  const gradeOptions = [
    { value: '', label: say('grade_unknown') },
    ...grades.map((grade) => ({ value: grade, label: grade })),
  ]
  return (
    <>
      <Field {...field('name')} label={say('name')} maxlength={60} autocomplete="off" />
      <div class="pairs auto">
        <Field {...field('bornOn')} type="date" width="mid" label={say('born')} hint={say('either')} />
        <Field {...field('grade')} type="select" label={say('grade')} options={gradeOptions} />
      </div>
      <Field
        {...field('schoolId')}
        type="select"
        label={say('school')}
        options={[
          { value: '', label: say('choose') },
          ...schools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field {...field('key')} type="password" label={say('key')} autocomplete="off" />
    </>
  )
}

/** The page of one desk: the child, the school and the key, and no field for anything else. */
export function SenderPage({ shell, language, to, agency, label, schools, typed, wrong }: SenderProps) {
  const say = senderDoorWords(language)
  const at = `${to}?lang=${shell.lang}`
  return (
    <FamilyPage shell={shell} from={say('from', { agency, label })} languages={languagesAt(to)}>
      <ErrorSummary errors={[...wrong]} lang={shell.lang} />
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      <p>{say('danger')}</p>
      <Form to={at} shell={shell} layout="flow read">
        <Fields typed={typed} wrong={wrong} schools={schools} say={say} />
        <p class="hint">{say('only')}</p>
        <Button kind="go">{say('send')}</Button>
      </Form>
    </FamilyPage>
  )
}

/** All a sender ever sees of a notice: the number of its receipt. */
export function ReceiptPage({
  shell,
  language,
  to,
  from,
  receipt,
  when,
}: Around & { from: string; receipt: string; when: string }) {
  const say = senderDoorWords(language)
  return (
    <FamilyPage shell={shell} from={from} languages={[]}>
      <h1>{say('received')}</h1>
      <KeyList
        items={[
          { key: say('receipt'), value: <b>{receipt}</b> },
          { key: say('when'), value: when },
        ]}
      />
      <p class="lead">{say('received_lead')}</p>
      <p>
        <a href={`${to}?lang=${shell.lang}`}>{say('another')}</a>
      </p>
    </FamilyPage>
  )
}

/** An address nobody has, or has any more: the same for every one of them. */
export function ClosedPage({ shell, language }: Pick<Around, 'shell' | 'language'>) {
  const say = senderDoorWords(language)
  return (
    <FamilyPage shell={shell} from="Throughline" languages={[]}>
      <h1>{say('closed')}</h1>
      <p class="lead">{say('closed_lead')}</p>
    </FamilyPage>
  )
}
