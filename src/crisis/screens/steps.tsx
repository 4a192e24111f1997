import type { VNode } from 'preact'
import { Mark } from '#design/contract.ts'
import { isDone, type Step, steps } from '../steps.ts'
import { Caregiver } from './caregiver-step.tsx'
import { Safety, Roles, Rubric } from './first-steps.tsx'
import { AddFacts, NameStudent } from './incident-parts.tsx'
import { Danger } from './danger.tsx'
import { Clinician, Close, Handover, Report } from './last-steps.tsx'
import { Response } from './response-steps.tsx'
import { type Part, say } from './step-parts.tsx'

const Facts = ({ data, view }: Part) => (
  <div class="flow">
    {data.mayName && <NameStudent data={data} view={view} />}
    {data.blanks.includes('danger_blank') && <Danger data={data} view={view} />}
    <AddFacts data={data} view={view} />
  </div>
)

const Nothing = () => null

const forms: Readonly<Record<Step | 'close', (part: Part) => VNode | null>> = {
  safety: Safety,
  lead: Nothing,
  roles: Roles,
  rubric: Rubric,
  response: Response,
  caregiver: Caregiver,
  clinician: Clinician,
  report: Report,
  handover: Handover,
  facts: Facts,
  close: Close,
}

/** What a step asks for. */
export const StepForm = ({ step, ...part }: Part & { step: Step | 'close' }) => {
  const Form = forms[step]
  return <Form {...part} />
}

/** Every other step, folded away: anything may be done earlier, or once more. */
export const Steps = ({ data, view }: Part) => (
  <section class="flow" aria-labelledby="steps">
    <h2 id="steps">{say('steps')}</h2>
    <p class="quiet">{say('steps_hint')}</p>
    {[...steps.filter((step) => step !== 'lead'), 'close' as const]
      .filter((step) => step !== data.step || data.owesAnswer)
      .map((step) => (
        <details class="more" open={step === 'facts' && data.mayName && data.search !== ''}>
          <summary>
            <Mark s={step !== 'close' && isDone(step, data.blanks) ? 'done' : 'due'} />
            {say(step)}
          </summary>
          <StepForm step={step} data={data} view={view} />
        </details>
      ))}
  </section>
)
