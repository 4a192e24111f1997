import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Field,
  Form,
  type MarkState,
  Page,
  PageHead,
} from '#design/contract.ts'
import { seesOwn } from '../in-menu.ts'
import { ownConcerns } from '../own-concerns.ts'
import type { Signal } from '../rules.ts'
import { signalWords } from '../words.ts'
import { say } from './screen-words.ts'

type Own = Awaited<ReturnType<typeof ownConcerns.see>>
type Line = Own['concerns'][number]

const marks: Record<Signal, MarkState> = {
  received: 'due',
  being_handled: 'now',
  more_information: 'due',
  closed: 'end',
}
const signalSays = signalWords()

const AddMore = ({ concern, view }: { concern: Line; view: View }) => (
  <Form to={`/concerns/${concern.id}/answer`} shell={view.shell} layout="flow read">
    <Field
      name="answer"
      id={`answer-${concern.id}`}
      type="textarea"
      label={say('mine_add')}
      {...(concern.contact !== null && { hint: say('mine_add_hint', { name: concern.contact }) })}
    />
    <p>
      <Button>{say('mine_add_send')}</Button>
    </p>
  </Form>
)

const Concern = ({ concern, own, view }: { concern: Line; own: Own; view: View }) => (
  <li data-s={marks[concern.signal]}>
    <div class="what">
      <h3>
        <bdi>{concern.studentName}</bdi>
      </h3>
      <p>
        <b>{signalSays(concern.signal)}</b>
        {'. '}
        {concern.contact === null ? say('mine_contact_none') : say('mine_contact', { name: concern.contact })}
      </p>
      <small>
        {say('mine_sent', { at: momentWords(concern.receivedAt, { timeZone: own.timeZone, now: own.at }) })}
      </small>
      {concern.signal === 'more_information' && <AddMore concern={concern} view={view} />}
    </div>
  </li>
)

function OwnConcerns(own: Own, view: View) {
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('mine')}
        {...(own.mayRaise && {
          aside: (
            <ButtonLink kind="go" href="/concerns/new">
              {say('raise')}
            </ButtonLink>
          ),
        })}
      >
        <p class="lead">{say('mine_lead')}</p>
      </PageHead>
      <ErrorSummary errors={(view.problem?.because ?? []).map(({ says }) => ({ says }))} />
      {own.concerns.length === 0 ? (
        <Empty fact={say('mine_none')} note={own.mayRaise ? say('mine_none_next') : undefined} />
      ) : (
        <ol class="owed line">
          {own.concerns.map((concern) => (
            <Concern concern={concern} own={own} view={view} />
          ))}
        </ol>
      )}
    </Page>
  )
}

export const ownConcernsScreen = screen({
  address: '/concerns/mine',
  title: say('mine'),
  look: ownConcerns,
  page: OwnConcerns,
  nav: { section: 'work', label: say('mine'), order: 31, stands: seesOwn },
})
