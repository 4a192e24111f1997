import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { askEscalation } from '../ask-escalation.ts'
import { lookAsking, type SeenAsking } from '../look-asking.ts'
import { escalationWords } from '../screen-words.ts'
import { askingWords } from '../words.ts'

const say = escalationWords()
const because = askingWords()

const Ask = ({ data, view }: { data: SeenAsking; view: View }) => (
  <Form to={`/referrals/${data.referral.id}/ask-lead`} shell={view.shell} layout="box read flow">
    <p>{say('ask_note')}</p>
    <Field
      {...kept(view)('words')}
      type="textarea"
      label={say('ask_words')}
      hint={say('words_hint')}
      maxlength={1000}
    />
    <Button kind="go">{say('ask_save')}</Button>
  </Form>
)

/** The form, or what stands in the way of it. */
function Asking({ data, view }: { data: SeenAsking; view: View }) {
  if (data.openId !== undefined)
    return (
      <p>
        {because('open_already')} <a href={`/escalations/${data.openId}`}>{say('one')}</a>
      </p>
    )
  return data.referral.hasEnded ? <p>{because('has_ended')}</p> : <Ask data={data} view={view} />
}

const AskingPage = (data: SeenAsking, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('ask_title')}
      crumb={{
        href: `/referrals/${data.referral.id}`,
        label: `${data.studentName}, ${say('number', { number: data.referral.number })}`,
      }}
    />
    <Asking data={data} view={view} />
  </Page>
)

/** Asking the lead about a referral, without waiting for a clock. */
export const askingScreen = screen({
  address: '/referrals/:referralId/ask-lead',
  title: say('ask_title'),
  look: lookAsking,
  page: AskingPage,
})
export const askingResource = resource({
  address: 'POST /referrals/:referralId/ask-lead',
  act: askEscalation,
  stands: askingScreen,
  then: ({ escalationId }) => `/escalations/${escalationId}`,
})
