import { Button, Field, Form, inPart, kept, Phone } from '#design/contract.ts'
import { at, goIf, Next, type PartProps, say } from './part.tsx'

const ReceiptForm = ({ data, view }: PartProps) => {
  const { referral, sending } = data
  const name = sending.partner?.contactName ?? ''
  const field = kept(inPart(view, 'receipt'), { confirmedBy: name })
  const phone = sending.partner?.phone ?? ''
  return (
    <Form
      to={`/referrals/${referral.id}/handoff/receipt`}
      shell={view.shell}
      hidden={{ part: 'receipt' }}
      layout="flow"
    >
      <p>
        {say('receipt_call', { name })} <Phone number={phone} />
      </p>
      <div class="pairs auto">
        <Field {...field('confirmedBy')} label={say('confirmed_by')} />
        <Field {...field('confirmedAt')} type="time" width="short" label={say('at_time')} optional />
      </div>
      <Button {...goIf(data, 'receipt')}>{say('receipt_save')}</Button>
    </Form>
  )
}

/** Part 4: somebody at the agency says they have it, with a name and a time. */
export function Receipt({ data, view }: PartProps) {
  const { handoff, referral } = data
  if (handoff.receiptAt !== null) {
    return <p>{say('receipt_done', { name: handoff.receiptBy ?? '', at: at(data, handoff.receiptAt) })}</p>
  }
  if (referral.receivedAt !== null)
    return <p>{say('receipt_partner', { at: at(data, referral.receivedAt) })}</p>
  if (referral.sentAt === null) return <p>{say('before_send')}</p>
  if (!data.mayWork) return null
  return (
    <Next data={data} doing="receipt">
      <ReceiptForm data={data} view={view} />
    </Next>
  )
}
