import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Button, Field, Form, inPart, kept } from '#design/contract.ts'
import { getsRound } from '../departures.ts'
import type { SkippableStep } from '../entry.ts'
import type { IncidentData } from '../incident-page.ts'
import { liveWords } from './live-words.ts'

export const say = liveWords()
export type Part = { data: IncidentData; view: View }

type StepForm = Part & {
  /** The end of its address. */
  to: string
  hidden?: Record<string, string>
  layout?: string
  children: ComponentChildren
}

/** A form of the incident. While somebody writes down what happened before, it carries that time. */
export const Step = ({ data, view, to, hidden = {}, layout, children }: StepForm) => (
  <Form
    to={`/crisis/incidents/${data.incident.id}/${to}`}
    shell={view.shell}
    hidden={{ ...hidden, ...data.when, seen: data.seen }}
    {...(layout !== undefined && { layout })}
  >
    {children}
  </Form>
)

/** One press that writes one thing down. */
export const Tap = ({ children, first = false, ...form }: StepForm & { first?: boolean }) => (
  <Step {...form}>
    <Button big {...(first && { kind: 'go' })}>
      {children}
    </Button>
  </Step>
)

/** The fields of one form of many: what came back keeps its words, the others show what stands. */
export const fieldsOf = (view: View, part: string) => kept(inPart(view, part))

/** A step that may be left out, with a reason, and a second person where it would get round the tree. */
export const Skip = ({ data, view, step }: Part & { step: SkippableStep }) => {
  const part = `skip-${step}`
  const field = fieldsOf(view, part)
  return (
    <details class="more" {...(view.typed['part'] === part && { open: true })}>
      <summary>{say('skip')}</summary>
      <Step data={data} view={view} to="skips" hidden={{ part, step }} layout="flow">
        <Field {...field('why')} id={`why-${step}`} label={say('skip_why')} maxlength={300} />
        {getsRound(data, step) && (
          <StaffField
            data={data}
            field={field('reviewerId')}
            label={say('call_reviewer')}
            hint={say('skip_second')}
            id={`skip-second-${step}`}
          />
        )}
        <p>
          <Button>{say('skip_save')}</Button>
        </p>
      </Step>
    </details>
  )
}

/** Somebody of the staff of the school. */
export const StaffField = ({
  data: { staff },
  field,
  label,
  hint,
  id,
}: {
  data: IncidentData
  field: ReturnType<ReturnType<typeof fieldsOf>>
  label: string
  hint?: string
  id: string
}) => (
  <Field
    {...field}
    id={id}
    type="select"
    label={label}
    {...(hint !== undefined && { hint })}
    options={[{ value: '', label: '' }, ...staff.map(({ id: value, name }) => ({ value, label: name }))]}
  />
)
