import { reasonsShown } from '#access/reasons-shown.ts'
import { type Role, roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  KeyList,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { lookOpening, type SeenOpening } from '../look-openings.ts'
import { findings, openingLimits } from '../opening.ts'
import { findingWords, openingPageWords, openingReasonWords } from '../opening-words.ts'
import { recordsOf } from '../records-words.ts'
import { reviewOpening } from '../review-opening.ts'
import { moment } from './openings.tsx'

const say = openingPageWords()
const because = openingReasonWords()
const found = findingWords()
const roleOf = roleWords()

const factsOf = (seen: SeenOpening) => {
  const { opening } = seen
  const { personName, role, studentName, schoolName, openedAt, endsAt, endedAt } = opening
  const when = say('from_to', { from: moment(openedAt, seen), to: moment(endsAt, seen) })
  return [
    { key: say('who'), value: say('who_as', { name: personName, role: roleOf(role as Role) }) },
    {
      key: say('student'),
      value: say('student_at', { name: studentName, school: schoolName ?? say('no_school') }),
    },
    { key: say('reason'), value: because(opening.reason) },
    { key: say('words'), value: opening.words },
    {
      key: say('when'),
      value:
        endedAt === null ? (
          when
        ) : (
          <>
            {when}
            <br />
            {say('ended_early', { at: moment(endedAt, seen) })}
          </>
        ),
    },
  ]
}

const Read = ({ seen }: { seen: SeenOpening }) => (
  <section class="flow" aria-labelledby="read">
    <h2 id="read">{say('read')}</h2>
    {seen.read.length === 0 ? (
      <p>{say('read_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('read')}</span>}
        rows={seen.read}
        columns={[
          { head: say('head_at'), cell: ({ at }) => moment(at, seen) },
          { head: say('head_page'), cell: ({ name }) => recordsOf(name) },
        ]}
      />
    )}
  </section>
)

const Review = ({ seen, view }: { seen: SeenOpening; view: View }) => {
  const field = kept(view)
  const { value: chosen, ...finding } = field('finding')
  return (
    <Form to={`/privacy/openings/${seen.opening.id}/review`} shell={view.shell} layout="box read flow">
      <Choices
        {...finding}
        legend={say('finding')}
        options={findings.map((value) => ({
          value,
          label: found(value),
          ...(value === 'not_justified' && { hint: say('finding_not_hint') }),
        }))}
        {...(chosen !== undefined && { chosen })}
      />
      <Field
        {...field('words')}
        type="textarea"
        label={say('finding_words')}
        hint={say('finding_words_hint')}
        rows={4}
        maxlength={openingLimits.mostWords}
      />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const Found = ({ seen }: { seen: SeenOpening }) => {
  const { finding, reviewedAt, reviewedByName, reviewWords } = seen.opening
  if (finding === null || reviewedAt === null) return <p>{say(seen.isOwn ? 'own' : 'not_yours')}</p>
  return (
    <>
      <p>
        {say('found_by', {
          finding: found(finding),
          name: reviewedByName ?? '',
          at: moment(reviewedAt, seen),
        })}
      </p>
      <p>{reviewWords}</p>
    </>
  )
}

function OpeningPage(seen: SeenOpening, view: View) {
  const { personName, studentName } = seen.opening
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        crumb={{ href: '/privacy/openings', label: say('title') }}
        title={say('one_of', { person: personName, student: studentName })}
      />
      <div class="flow">
        <KeyList items={factsOf(seen)} />
        <Read seen={seen} />
        <section class="flow" aria-labelledby="found">
          <h2 id="found">{say('found')}</h2>
          {seen.mayReview ? <Review seen={seen} view={view} /> : <Found seen={seen} />}
        </section>
      </div>
    </Page>
  )
}

/** One opening and its review. The title names nobody: it stands in the history of a browser. */
export const openingScreen = screen({
  address: '/privacy/openings/:openingId',
  title: say('one'),
  look: lookOpening,
  page: OpeningPage,
})

export const reviewResource = resource({
  address: 'POST /privacy/openings/:openingId/review',
  act: reviewOpening,
  stands: openingScreen,
  then: () => '/privacy/openings',
})
