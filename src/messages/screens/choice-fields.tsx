import { Choices, Field, type kept } from '#design/contract.ts'
import { choiceWords } from './choice-words.ts'

const say = choiceWords()

type Asked = ReturnType<typeof kept>

/** An address that may go on in the next line, on a phone as narrow as they come. */
export const breakable = (address: string) => address.replace('@', '\u200b@')

/** Something that is agreed to with one tick. */
export const Tick = ({
  field,
  name,
  legend,
  label,
  hint,
}: {
  field: Asked
  name: string
  legend: string
  label: string
  hint?: string
}) => {
  const { value, ...asked } = field(name)
  return (
    <Choices
      {...asked}
      many
      legend={legend}
      options={[{ value: 'yes', label, ...(hint !== undefined && { hint }) }]}
      {...(value === 'yes' && { chosen: ['yes'] })}
    />
  )
}

type Quiet = { quietFrom: string; quietUntil: string }

/** Between which times messages may come. */
export const HourFields = ({
  field,
  rules,
  words,
}: {
  field: Asked
  rules: Quiet
  words?: string | null
}) => (
  <fieldset class="part flow">
    <legend>{say('hours')}</legend>
    {words != null && <p class="hint">{say('hours_words', { words })}</p>}
    <p class="hint">{say('hours_hint', { from: rules.quietFrom, until: rules.quietUntil })}</p>
    <Field {...field('hoursFrom')} type="time" width="short" label={say('from')} optional />
    <Field {...field('hoursUntil')} type="time" width="short" label={say('until')} optional />
  </fieldset>
)

export const PauseField = ({ field }: { field: Asked }) => (
  <Field
    {...field('pausedOn')}
    type="date"
    width="mid"
    label={say('paused_on')}
    hint={say('pause_hint')}
    optional
  />
)
