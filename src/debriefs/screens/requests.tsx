import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Form,
  inPart,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { answerRequest } from '../answer-request.ts'
import { lookRequests, type SeenRequests } from '../look-requests.ts'
import { requestChange } from '../request-change.ts'
import type { SeenRequest } from '../request-store.ts'
import { answers } from '../review.ts'
import { answerWords, debriefWords } from '../screen-words.ts'

const say = debriefWords()
const answered = answerWords()
type Props = { request: SeenRequest; view: View }

const Answering = ({ request, view: whole }: Props) => {
  const part = request.id
  const view = inPart(whole, part)
  const field = kept(view)
  const { value, ...given } = field('answer')
  return (
    <Form
      to={`/crisis/change-requests/${request.id}/answer`}
      shell={view.shell}
      hidden={{ part }}
      layout="flow"
    >
      <Choices
        {...given}
        legend={say('change_answer')}
        chosen={value ?? ''}
        options={answers.map((each) => ({ value: each, label: answered(each) }))}
      />
      <Field
        {...field('reason')}
        id={`reason-${request.id}`}
        type="textarea"
        label={say('change_why')}
        maxlength={600}
      />
      <p>
        <Button>{say('change_answer_save')}</Button>
      </p>
    </Form>
  )
}

const Request = ({ data, request, view }: Props & { data: SeenRequests }) => {
  const { answer, answeredAt, askedByName, answeredByName: by } = request
  return (
    <section class="box read flow">
      <p>{request.words}</p>
      <p class="quiet">
        {say('change_asked', { name: askedByName, at: momentWords(request.askedAt, data) })}
      </p>
      {answer !== null && answeredAt !== null && (
        <p>
          {say('change_answered', {
            answer: answered(answer),
            reason: request.reason ?? '',
            name: by ?? '',
            at: momentWords(answeredAt, data),
          })}
        </p>
      )}
      {answer === null && data.mayAnswer && <Answering request={request} view={view} />}
    </section>
  )
}

const RequestsPage = (data: SeenRequests, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('change_title')}
      crumb={{ href: '/standards/crisis', label: say('change_standard') }}
    >
      <p>{say('change_lead')}</p>
      {data.requests.length > 0 && <p>{say('change_count', { waiting: data.waiting })}</p>}
    </PageHead>
    {data.requests.length === 0 ? (
      <Empty fact={say('change_none')} note={say('change_none_hint')} />
    ) : (
      data.requests.map((request) => <Request data={data} request={request} view={view} />)
    )}
  </Page>
)

/** What the crisis standard is asked to say otherwise. */
export const requestsScreen = screen({
  address: '/crisis/change-requests',
  title: say('change_title'),
  look: lookRequests,
  nav: { section: 'crisis', label: say('change_menu'), order: 23 },
  page: RequestsPage,
})
export const requestResources = [
  resource({
    address: 'POST /crisis/change-requests',
    act: requestChange,
    stands: requestsScreen,
    then: () => '/crisis/change-requests',
  }),
  resource({
    address: 'POST /crisis/change-requests/:changeRequestId/answer',
    act: answerRequest,
    stands: requestsScreen,
    then: () => '/crisis/change-requests',
  }),
]
