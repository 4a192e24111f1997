import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Field, Form, kept } from '#design/contract.ts'
import type { SeenRecords } from '../look-records.ts'
import type { Hold } from '../request.ts'
import { recordWords } from '../screen-words.ts'

const say = recordWords()

type Holding = SeenRecords & { holds: Hold[] }
type Props = { data: Holding; view: View }

/** Who said what of a hold, in the order it happened. */
const Said = ({ data, hold }: { data: Holding; hold: Hold }) => (
  <p>
    {say('hold_since', {
      reason: hold.reason,
      at: momentWords(hold.placedAt, data),
      name: hold.placedByName,
    })}{' '}
    {hold.liftAskedAt !== null &&
      say('hold_asked', { name: hold.liftAskedByName ?? '', at: momentWords(hold.liftAskedAt, data) })}{' '}
    {hold.liftedAt !== null &&
      say('hold_ended', { name: hold.liftedByName ?? '', at: momentWords(hold.liftedAt, data) })}
  </p>
)

/** To ask that it ends; for a second person, to end it. */
function Ending({ data, view, hold }: Props & { hold: Hold }) {
  if (hold.liftedAt !== null) return null
  const asked = hold.liftAskedBy !== null
  if (asked && hold.liftAskedBy === data.self) return null
  return (
    <Form
      to={
        asked
          ? `/students/${data.student.id}/holds/${hold.id}/end`
          : `/students/${data.student.id}/holds/${hold.id}/asking`
      }
      shell={view.shell}
    >
      <Button>{say(asked ? 'hold_lift' : 'hold_ask')}</Button>
    </Form>
  )
}

/** What holds the records of a student back from the schedule, and the way to hold them. */
export const Holds = ({ data, view }: Props) => {
  const mine = view.typed['_form'] === 'hold' ? view : { typed: {}, problem: undefined }
  return (
    <section class="after flow" aria-labelledby="holds">
      <h2 id="holds">{say('holds')}</h2>
      {data.holds.length === 0 && <p>{say('holds_none')}</p>}
      {data.holds.map((hold) => (
        <div class="flow">
          <Said data={data} hold={hold} />
          <Ending data={data} view={view} hold={hold} />
        </div>
      ))}
      <Form
        to={`/students/${data.student.id}/holds`}
        shell={view.shell}
        layout="box read flow"
        hidden={{ _form: 'hold' }}
      >
        <Field
          {...kept(mine)('reason')}
          label={say('hold_reason')}
          hint={say('hold_reason_hint')}
          maxlength={300}
        />
        <Button>{say('hold_place')}</Button>
      </Form>
    </section>
  )
}
