import { calendarDayWords } from '#consent/contract.ts'
import { Button, Choices, Field, Form, inPart, kept } from '#design/contract.ts'
import { endings } from '../escalation.ts'
import { endingWords, escalationWords } from '../screen-words.ts'
import { type FormProps, to } from './forms.tsx'

const say = escalationWords()
const ending = endingWords()

/** How it ends: connected, or with a plan. */
export const ClosingForm = (props: FormProps) => {
  const own = inPart(props.view, 'close')
  const field = kept(own)
  const { value, ...choice } = field('ending')
  const plan = (
    <>
      <Field
        {...field('words')}
        type="textarea"
        label={say('plan_words')}
        hint={say('plan_hint')}
        maxlength={2000}
      />
      <Field
        {...field('againOn')}
        type="date"
        width="short"
        label={say('plan_again')}
        hint={say('again_hint', { day: calendarDayWords(props.data.latest, props.data) })}
      />
    </>
  )
  return (
    <Form to={to(props, 'close')} shell={own.shell} hidden={{ part: 'close' }} layout="box read flow">
      <Choices
        {...choice}
        legend={say('ending')}
        hint={say('closing_note')}
        chosen={value ?? ''}
        options={endings.map((each) => ({
          value: each,
          label: ending(each),
          ...(each === 'connected' && { hint: say(`ending_${props.data.connection}`) }),
          ...(each === 'other_plan' && { reveal: plan }),
        }))}
      />
      <Button>{say('closing_save')}</Button>
    </Form>
  )
}
