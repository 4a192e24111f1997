import { Act, Button, Form } from '#design/contract.ts'
import { tells } from '../telling.ts'
import { inboxWords } from './inbox-words.ts'
import { BookForm, OfferForm } from './packet-booking.tsx'
import { AcceptForm, DeclineForm, ReturnForm, StoppedForm } from './packet-forms.tsx'
import { closedBecause, type FormProps } from './packet-sheet.tsx'
import { FurtherForm, MilestoneForm, ParticipationForm, SafetyForm } from './packet-telling.tsx'

const say = inboxWords()

const Receipt = ({ seen, view }: FormProps) => (
  <Act
    id="receipt"
    to={`/inbox/${seen.referral.id}/receipt`}
    shell={view.shell}
    reasons={closedBecause(seen, tells.status)}
  >
    {say('confirm_receipt')}
  </Act>
)

/** A new referral: confirm that it arrived, accept it, or say why not. */
export const Answering = (props: FormProps) => (
  <section class="flow" aria-labelledby="answer">
    <h3 id="answer">{say('your_answer')}</h3>
    {props.seen.referral.state === 'sent' && <Receipt {...props} />}
    <AcceptForm {...props} />
    <DeclineForm {...props} />
  </section>
)

const Month = ({ seen, view }: FormProps) => (
  <section class="flow" aria-labelledby="month">
    <h3 id="month">{say('month_ask')}</h3>
    {closedBecause(seen, tells.status).length > 0 ? (
      <Act id="month-act" shell={view.shell} reasons={closedBecause(seen, tells.status)}>
        {say('yes')}
      </Act>
    ) : (
      <Form to={`/inbox/${seen.referral.id}/engagement`} shell={view.shell} layout="row">
        <Button name="engaged" value="yes">
          {say('yes')}
        </Button>
        <Button name="engaged" value="no">
          {say('no')}
        </Button>
      </Form>
    )}
  </section>
)

/** A referral the agency has: visits, signals, and every way it can go on or back. */
export const Treating = (props: FormProps) => (
  <section class="flow" aria-labelledby="answer">
    <h3 id="answer">{say('next')}</h3>
    <BookForm {...props} />
    <OfferForm {...props} />
    {props.seen.referral.state === 'in_service' && <Month {...props} />}
    <SafetyForm {...props} />
    <ParticipationForm {...props} />
    <MilestoneForm {...props} />
    {props.seen.referral.state !== 'disengaged' && <StoppedForm {...props} />}
    <ReturnForm {...props} />
    <FurtherForm {...props} />
  </section>
)
