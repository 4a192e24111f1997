import { Field, type kept } from '#design/contract.ts'
import type { EditableKind } from '../edited.ts'
import { answerPlaces, type Row, type RowList } from '../rows.ts'
import { screenWords } from '../screen-words.ts'
import { HandoffRuleBlank } from './handoff-rule-blank.tsx'

const say = screenWords()

type Fields = ReturnType<typeof kept>
/** Parts whose lists take rows. */
export type RowKind = Exclude<EditableKind, 'time_standards'>

/** One box that is ticked or not, with its words beside it. */
const Tick = ({ given, label }: { given: ReturnType<Fields>; label: string }) => (
  <label class="pick">
    <input type="checkbox" name={given.name} value="yes" checked={given.value === 'yes'} />
    <span>{label}</span>
  </label>
)

type EndProps = { kind: RowKind; list: RowList; place: number; row: Row; field: Fields }

/** What ends a row that is there: a box to leave it out or bring it back, or why it stays. */
export const RowEnd = ({ kind, list, place, row, field }: EndProps) => {
  if (list.stays?.(row) === true) return <p class="hint">{say('row_stays')}</p>
  const what = row.inUse === false ? 'again' : 'out'
  const label = say(`${what}_${kind}`, { number: place + 1 })
  return <Tick given={field(`body.${what}.${list.path}.${place}`)} label={label} />
}

type BlankProps = { at: string; field: Fields }

const Question = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.question`)} label={say('head_question')} maxlength={300} />
    <Field {...field(`${at}.hint`)} label={say('edit_hint')} maxlength={300} optional />
    {answerPlaces.map((place) => {
      const number = place + 1
      return (
        <>
          <Field
            {...field(`${at}.answers.${place}.label`)}
            label={say('edit_answer', { number })}
            maxlength={200}
            optional={place > 1}
          />
          <Field
            {...field(`${at}.answers.${place}.points`)}
            type="number"
            width="short"
            label={say('edit_points', { number })}
            optional={place > 1}
          />
          <Tick given={field(`${at}.answers.${place}.immediate`)} label={say('edit_immediate', { number })} />
        </>
      )
    })}
  </>
)

const Choice = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.en`)} label={say('edit_in_en')} maxlength={120} />
    <Field {...field(`${at}.es`)} label={say('edit_in_es')} maxlength={120} optional lang="es" />
    <Field {...field(`${at}.ar`)} label={say('edit_in_ar')} maxlength={120} optional />
  </>
)

const Criterion = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.name`)} label={say('head_criterion')} maxlength={80} />
    <Field {...field(`${at}.description`)} label={say('tier_description')} maxlength={300} />
  </>
)

const Rule = ({ at, field }: BlankProps) => (
  <Field {...field(`${at}.text`)} type="textarea" label={say('edit_rule_text')} />
)

const blanks = {
  checklist: Question,
  handoff_rules: HandoffRuleBlank,
  must_not: Rule,
  high_need: Criterion,
  reasons: Choice,
}

/** Empty rows to fill in: nothing is added while they stay empty. */
export const Blanks = ({ kind, list, field }: { kind: RowKind; list: RowList; field: Fields }) => {
  const Blank = blanks[kind]
  return (
    <>
      {Array.from({ length: list.blanks }, (_, place) => (
        <fieldset class="flow">
          <legend>{say(`add_${kind}`)}</legend>
          {place === 0 && <p class="hint">{say('add_hint')}</p>}
          <Blank at={`body.add.${list.path}.${place}`} field={field} />
        </fieldset>
      ))}
    </>
  )
}
