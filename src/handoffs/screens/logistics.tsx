import { Button, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import { coverages, transports } from '../handoff.ts'
import { goIf, Next, optionsOf, type PartProps, say } from './part.tsx'

const yesOrNo = (answer: boolean | null) => (answer === null ? undefined : answer ? 'yes' : 'no')

const InterpreterBooked = ({ data, view }: PartProps) => {
  const needed = data.caregivers.some(({ interpreter }) => interpreter) || data.handoff.interpreter !== null
  if (!needed) return null
  const field = kept(view, { interpreterBooked: yesOrNo(data.handoff.interpreterBooked) })(
    'interpreterBooked',
  )
  return (
    <Choices
      {...field}
      chosen={field.value ?? ''}
      inline
      legend={say('interpreter_legend')}
      options={[
        { value: 'yes', label: say('yes') },
        { value: 'no', label: say('no') },
      ]}
    />
  )
}

/** How they get there, and who goes along. */
const Ride = ({ field }: { field: ReturnType<typeof kept> }) => (
  <>
    <Field
      {...field('transport')}
      type="select"
      width="mid"
      label={say('transport')}
      options={[{ value: '', label: say('choose') }, ...optionsOf(transports, 'transport')]}
    />
    <Field {...field('transportNote')} label={say('transport_note')} hint={say('transport_hint')} optional />
    <Field {...field('accompaniedBy')} width="mid" label={say('accompanied')} optional />
  </>
)

const Conflicts = ({ data, view }: PartProps) => (
  <Choices
    name="conflicts"
    many
    legend={say('conflicts_legend')}
    hint={say('conflicts_hint')}
    options={data.lists.barriers.map(({ code, label }) => ({ value: code, label }))}
    chosen={keptAll(view, 'conflicts', data.handoff.conflicts ?? [])}
    inline="columns"
  />
)

const LogisticsForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'logistics')
  const { transport, transportNote, accompaniedBy, coverage, bringNote } = data.handoff
  const held = { transport, transportNote, accompaniedBy, bringNote, coverage: coverage ?? 'unknown' }
  const field = kept(own, held)
  const to = `/referrals/${data.referral.id}/handoff/logistics`
  return (
    <Form to={to} shell={view.shell} hidden={{ part: 'logistics' }} layout="flow">
      <Ride field={field} />
      <Conflicts data={data} view={own} />
      <InterpreterBooked data={data} view={own} />
      <Field
        {...field('coverage')}
        type="select"
        width="mid"
        label={say('coverage')}
        options={optionsOf(coverages, 'coverage')}
      />
      <Field {...field('bringNote')} label={say('bring')} optional />
      <Button {...goIf(data, 'logistics')}>{say('logistics_save')}</Button>
    </Form>
  )
}

/** Part 6: how the family gets there. Each conflict opens a barrier. */
export function Logistics({ data, view }: PartProps) {
  const { handoff, barriers, mayWork, referral } = data
  const open = barriers.filter(({ resolvedAt }) => resolvedAt === null).length
  const settled = handoff.logisticsAt !== null && handoff.transport !== null
  const form = mayWork && referral.endedAt === null ? <LogisticsForm data={data} view={view} /> : null
  if (!settled || handoff.transport === null)
    return (
      <Next data={data} doing="logistics">
        {form}
      </Next>
    )
  return (
    <>
      <p>{say('logistics_done', { transport: say(`transport.${handoff.transport}`), count: open })}</p>
      {form !== null && (
        <details class="more" {...(view.typed['part'] === 'logistics' && { open: true })}>
          <summary>{say('change_logistics')}</summary>
          {form}
        </details>
      )}
    </>
  )
}
