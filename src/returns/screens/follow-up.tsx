import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Late,
  Page,
  PageHead,
} from '#design/contract.ts'
import { clockWords } from '#standards/contract.ts'
import { lookFollowUp, type SeenFollowUpPage } from '../look-follow-up.ts'
import { makeContact } from '../make-contact.ts'
import { contactOutcomes } from '../plan.ts'
import { contactOutcomeWords, followedWords, returnWords } from '../screen-words.ts'

const say = returnWords()
const whom = followedWords()
const ended = contactOutcomeWords()

const Facts = ({ data }: { data: SeenFollowUpPage }) => {
  const { followUp, calendar, now } = data
  const { headline, detail } = clockWords(calendar, { dueAt: followUp.dueAt, now })
  const due = `${headline}. ${detail}`
  const { outcome, endedAt, words } = followUp
  return (
    <KeyList
      items={[
        { key: say('owner'), value: followUp.ownerName },
        ...(outcome === null || endedAt === null
          ? [{ key: say('due'), value: followUp.dueAt < now ? <Late>{due}</Late> : due }]
          : [
              {
                key: say('contact_result'),
                value: `${ended(outcome)}. ${followUp.endedByName ?? ''}, ${momentWords(endedAt, data)}`,
              },
              ...(words === null ? [] : [{ key: say('contact_words'), value: words }]),
            ]),
        ...(data.hasPlan
          ? [{ key: say('plan'), value: <a href={`/returns/${followUp.incidentId}`}>{say('plan_open')}</a> }]
          : []),
      ]}
    />
  )
}

const FollowUpPage = (data: SeenFollowUpPage, view: View) => {
  const field = kept(view)
  const { value, ...given } = field('outcome')
  const { followUp } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={whom(followUp.whom)} crumb={{ href: '/returns', label: say('title') }}>
        <p>
          <bdi>{followUp.studentName}</bdi>. {say('of_school', { school: followUp.schoolName })}
        </p>
      </PageHead>
      <Facts data={data} />
      {followUp.outcome === null && (
        <Form to={`/follow-ups/${followUp.id}`} shell={view.shell} layout="box read flow">
          <Choices
            {...given}
            legend={say('contact_result')}
            chosen={value ?? ''}
            options={contactOutcomes.map((each) => ({ value: each, label: ended(each) }))}
          />
          <Field
            {...field('words')}
            type="textarea"
            label={say('contact_words')}
            hint={say('contact_words_hint')}
            maxlength={500}
            optional
          />
          <p>
            <Button kind="go">{say('contact_save')}</Button>
          </p>
        </Form>
      )}
    </Page>
  )
}

/** One contact after a crisis. */
export const followUpScreen = screen({
  address: '/follow-ups/:followUpId',
  title: say('contact_one'),
  look: lookFollowUp,
  page: FollowUpPage,
})
export const followUpResource = resource({
  address: 'POST /follow-ups/:followUpId',
  act: makeContact,
  stands: followUpScreen,
  then: ({ followUpId }) => `/follow-ups/${followUpId}`,
})
