import { Field, type kept } from '#design/contract.ts'
import { answerPlaces, type RowKind } from '../new-rows.ts'
import type { Row, RowList } from '../rows.ts'
import { screenWords } from '../screen-words.ts'
import { HandoffRuleBlank } from './handoff-rule-blank.tsx'
import { Tick } from './tick.tsx'
import { TierLimitBlank } from './tier-limits.tsx'

const say = screenWords()

type Fields = ReturnType<typeof kept>

type EndProps = { list: RowList; place: number; row: Row; field: Fields }

/** What ends a row that is there: a box to leave it out or bring it back, or why it stays. */
export const RowEnd = ({ list, place, row, field }: EndProps) => {
  if (list.stays?.(row) === true) return <p class="hint">{say('row_stays')}</p>
  const number = place + 1
  const at = `body.${list.path}.${row.code}`
  return row.inUse === false ? (
    <Tick given={field(`${at}.again`)} label={say(`again_${list.of as 'choice'}`, { number })} />
  ) : (
    <Tick given={field(`${at}.out`)} label={say(`out_${list.of}`, { number })} />
  )
}

type BlankProps = { at: string; field: Fields }
type AnswerProps = BlankProps & { words: { label: string; points: string; immediate: string } }

const AnswerLines = ({ at, field, words, optional = false }: AnswerProps & { optional?: boolean }) => (
  <div class="scored">
    <Field {...field(`${at}.label`)} label={words.label} maxlength={200} optional={optional} />
    <Field
      {...field(`${at}.points`)}
      type="number"
      min="0"
      width="short"
      label={words.points}
      optional={optional}
    />
    <Tick given={field(`${at}.immediate`)} label={words.immediate} />
  </div>
)

const numbered = (place: number) => {
  const number = place + 1
  return {
    label: say('edit_answer', { number }),
    points: say('edit_points', { number }),
    immediate: say('edit_immediate', { number }),
  }
}

const Question = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.question`)} label={say('head_question')} maxlength={300} />
    <Field {...field(`${at}.hint`)} label={say('edit_hint')} maxlength={300} optional />
    {answerPlaces.map((place) => (
      <AnswerLines at={`${at}.answers.${place}`} field={field} words={numbered(place)} optional={place > 1} />
    ))}
  </>
)

const newAnswer = {
  label: say('edit_new_answer'),
  points: say('edit_its_points'),
  immediate: say('edit_it_is_immediate'),
}
const Answer = ({ at, field }: BlankProps) => <AnswerLines at={at} field={field} words={newAnswer} />

const Choice = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.en`)} label={say('edit_in_en')} maxlength={120} />
    <Field {...field(`${at}.es`)} label={say('edit_in_es')} maxlength={120} optional />
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

const levels = ['low', 'moderate', 'high'] as const
const RiskQuestion = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.question`)} label={say('head_question')} maxlength={200} />
    {levels.map((level) => (
      <Field {...field(`${at}.${level}`)} label={say(`edit_${level}`)} maxlength={160} />
    ))}
  </>
)
const SafetyAction = ({ at, field }: BlankProps) => (
  <Field {...field(`${at}.what`)} label={say('edit_what')} maxlength={120} />
)
const ReentryStep = ({ at, field }: BlankProps) => (
  <Field {...field(`${at}.what`)} label={say('edit_what')} maxlength={160} />
)
const NotTold = ({ at, field }: BlankProps) => (
  <Field {...field(`${at}.reason`)} label={say('edit_reason')} maxlength={160} />
)
const Policy = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.title`)} label={say('edit_policy_title')} maxlength={120} />
    <Field {...field(`${at}.says`)} type="textarea" label={say('edit_policy_says')} />
    <Field {...field(`${at}.reviewOn`)} type="date" width="mid" label={say('edit_review_on')} />
  </>
)

const Scenario = ({ at, field }: BlankProps) => (
  <>
    <Field {...field(`${at}.title`)} label={say('edit_policy_title')} maxlength={80} />
    <Field {...field(`${at}.says`)} type="textarea" label={say('edit_scenario_says')} />
    <Field {...field(`${at}.asks`)} type="textarea" label={say('edit_scenario_asks')} />
  </>
)

const blanks: { readonly [K in RowKind]: typeof Rule } = {
  question: Question,
  answer: Answer,
  handoff_rule: HandoffRuleBlank,
  rule: Rule,
  criterion: Criterion,
  choice: Choice,
  risk_question: RiskQuestion,
  safety_action: SafetyAction,
  not_told: NotTold,
  policy: Policy,
  reentry_step: ReentryStep,
  scenario: Scenario,
  tier_limit: TierLimitBlank,
}

type BlanksProps = { list: RowList; field: Fields; begun(at: string): boolean }

/** Empty rows to fill in, each folded away until it is wanted: nothing is added while they stay empty. */
export const Blanks = ({ list, field, begun }: BlanksProps) => {
  const Blank = blanks[list.of]
  return (
    <>
      {Array.from({ length: list.blanks }, (_, place) => `body.${list.adds}.${place}`).map((at) => (
        <details class="more" open={begun(at)}>
          <summary>{say(`add_${list.of}`)}</summary>
          <fieldset class="flow">
            <legend class="vh">{say(`add_${list.of}`)}</legend>
            <p class="hint">{say('add_hint')}</p>
            <Blank at={at} field={field} />
          </fieldset>
        </details>
      ))}
    </>
  )
}
