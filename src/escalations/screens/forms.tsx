import { calendarDayWords } from '#consent/contract.ts'
import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import { acceptances, type Decision, decisions } from '../escalation.ts'
import type { SeenOne } from '../look-escalation.ts'
import { acceptanceWords, decisionWords, escalationWords } from '../screen-words.ts'

const say = escalationWords()
const acceptance = acceptanceWords()
const decision = decisionWords()

type Choosing = NonNullable<SeenOne['choices']>
export type FormProps = { data: SeenOne; view: View; choices: Choosing }

export const to = ({ data }: FormProps, what: string) => `/escalations/${data.escalation.id}/${what}`
const options = <V extends string>(values: readonly V[], words: (value: V) => string) =>
  values.map((value) => ({ value, label: words(value) }))
const open = { value: '', label: say('choose') }

const Words = ({ view }: { view: View }) => (
  <Field
    {...kept(view)('words')}
    type="textarea"
    label={say('words')}
    hint={say('words_hint')}
    maxlength={1000}
    optional
  />
)

/** The first of three. */
export const FamilyForm = (props: FormProps) => {
  const own = inPart(props.view, 'family')
  const field = kept(own)
  const { value, ...reached } = field('reached')
  const { value: _, ...barriers } = field('barriers')
  return (
    <Form
      to={to(props, 'family')}
      shell={own.shell}
      hidden={{ part: 'family', spokeWith: props.data.alone ? 'student' : 'caregiver' }}
      layout="box read flow"
    >
      {props.data.alone && <p>{say('alone')}</p>}
      <Choices
        {...reached}
        legend={say(props.data.alone ? 'student_reached' : 'family_reached')}
        inline
        chosen={value ?? ''}
        options={[
          { value: 'yes', label: say('yes') },
          { value: 'no', label: say('no') },
        ]}
      />
      <Choices
        {...barriers}
        chosen={keptAll(own, 'barriers')}
        many
        inline="columns"
        legend={say('barriers')}
        hint={say('barriers_hint')}
        options={props.choices.barriers}
      />
      <Words view={own} />
      <Button>{say('family_save')}</Button>
    </Form>
  )
}

/** The second of three. */
export const CapacityForm = (props: FormProps) => {
  const own = inPart(props.view, 'capacity')
  const field = kept(own)
  const { value, ...can } = field('acceptance')
  return (
    <Form to={to(props, 'capacity')} shell={own.shell} hidden={{ part: 'capacity' }} layout="box read flow">
      <Choices
        {...can}
        legend={say('capacity')}
        chosen={value ?? ''}
        options={options(acceptances, acceptance)}
      />
      <Field {...field('nextOpeningOn')} type="date" width="short" label={say('capacity_on')} optional />
      <Words view={own} />
      <Button>{say('capacity_save')}</Button>
    </Form>
  )
}

/** What the next agency needs: why this one cannot, and which one. Each way has fields of its own. */
const NextAgency = ({ view, choices, urgent }: FormProps & { urgent: boolean }) => {
  const field = kept(view)
  return (
    <>
      <Field
        {...field(urgent ? 'urgentReason' : 'reason')}
        type="select"
        label={say('reason')}
        options={[open, ...choices.reasons]}
      />
      <Field
        {...field(urgent ? 'urgentPartnerId' : 'partnerId')}
        type="select"
        label={say('partner')}
        hint={say('partner_hint')}
        options={[
          { value: '', label: say('leave_open') },
          ...choices.partners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

/** What support at school needs. */
const AtSchool = ({ view, support }: { view: View; support: NonNullable<Choosing['support']> }) => {
  const field = kept(view)
  return (
    <>
      <Field {...field('focus')} label={say('focus')} maxlength={200} />
      <Field
        {...field('ownerId')}
        type="select"
        label={say('owner')}
        options={[open, ...support.owners.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Field
        {...field('entryCriterion')}
        type="select"
        label={say('entry')}
        options={[open, ...support.entries.map(({ code, text }) => ({ value: code, label: text }))]}
      />
      <Field {...field('reviewOn')} type="date" width="short" label={say('review')} />
    </>
  )
}

/** What each decision asks for beside itself; nothing where it is not for this reader to decide. */
function choiceOf(props: FormProps, each: Decision) {
  const { support } = props.choices
  const own = { value: each, label: decision(each) }
  if (each === 'continue') return [own]
  if (each === 'school_support')
    return support === undefined ? [] : [{ ...own, reveal: <AtSchool view={props.view} support={support} /> }]
  return [{ ...own, reveal: <NextAgency {...props} urgent={each === 'urgent_community'} /> }]
}

/** The third of three. */
export const DecisionForm = (props: FormProps) => {
  const own = inPart(props.view, 'decision')
  const field = kept(own)
  const { value, ...choice } = field('decision')
  return (
    <Form to={to(props, 'decision')} shell={own.shell} hidden={{ part: 'decision' }} layout="box read flow">
      <Choices
        {...choice}
        legend={say('decision')}
        chosen={value ?? ''}
        options={decisions.flatMap((each) => choiceOf({ ...props, view: own }, each))}
      />
      <Field
        {...field('againOn')}
        type="date"
        width="short"
        label={say('again_on')}
        hint={say('again_hint', { day: calendarDayWords(props.data.latest, props.data) })}
      />
      <Words view={own} />
      <Button kind="go">{say('decision_save')}</Button>
    </Form>
  )
}
