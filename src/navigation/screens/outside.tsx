import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  MarkedList,
  Page,
  PageHead,
} from '#design/contract.ts'
import { dayOf, dayWords } from '#district/contract.ts'
import { callOutside } from '../call-outside.ts'
import { lookOutside, type SeenOutside } from '../look-outside.ts'
import { nameOutside } from '../name-outside.ts'
import { askedWhom, learnings } from '../outside.ts'
import { askedWords, learnedWords, outsideServiceWords, outsideWords, wayWords } from '../outside-words.ts'
import { Name } from './name-outside.tsx'

const say = outsideWords()
const sayWay = wayWords()
const sayService = outsideServiceWords()
const sayAsked = askedWords()
const sayLearned = learnedWords()
type Props = { data: SeenOutside; view: View }
type Provider = SeenOutside['providers'][number]

const standsOf = ({ outcome, endedAt, callOn }: Provider, { today, calendar }: SeenOutside) => {
  if (outcome !== null && endedAt !== null)
    return say('ended', { learned: sayLearned(outcome), day: dayWords(dayOf(calendar, endedAt), today) })
  return say(callOn < today ? 'late' : 'call_back', { day: dayWords(callOn, today) })
}

const Calls = ({ provider, data }: { provider: Provider; data: SeenOutside }) =>
  provider.calls.length === 0 ? null : (
    <MarkedList
      items={provider.calls.map(({ calledAt, calledByName: name, asked, learned, happensOn }) => ({
        s: 'done' as const,
        text: (
          <>
            {say('call_line', {
              day: dayWords(dayOf(data.calendar, calledAt), data.today),
              name,
              asked: sayAsked(asked),
              learned: sayLearned(learned),
            })}
            {happensOn !== null && <> {say('visit_on', { day: dayWords(happensOn, data.today) })}</>}
          </>
        ),
      }))}
    />
  )

/** The day of the visit, and of the next call. */
const Days = ({ view }: { view: View }) => {
  const field = kept(view)
  return (
    <>
      <Field
        {...field('happensOn')}
        type="date"
        width="short"
        label={say('visit_day')}
        hint={say('visit_hint')}
        optional
      />
      <Field
        {...field('nextOn')}
        type="date"
        width="short"
        label={say('next_day')}
        hint={say('next_hint')}
        optional
      />
    </>
  )
}

const WriteCall = ({ provider, view }: { provider: Provider; view: View }) => {
  const field = kept(view)
  const { value: asked, ...whom } = field('asked')
  const { value: learned, ...what } = field('learned')
  return (
    <Form
      to={`/referrals/${provider.referralId}/outside/${provider.id}/calls`}
      shell={view.shell}
      layout="box read flow"
    >
      <h3>{say('call')}</h3>
      <Choices
        {...whom}
        legend={say('asked')}
        chosen={asked ?? 'family'}
        options={askedWhom.map((each) => ({ value: each, label: sayAsked(each) }))}
      />
      <Choices
        {...what}
        legend={say('learned')}
        chosen={learned ?? ''}
        options={learnings.map((each) => ({ value: each, label: sayLearned(each) }))}
      />
      <Days view={view} />
      <Button kind="go">{say('save_call')}</Button>
    </Form>
  )
}

const One = ({ provider, data, view }: Props & { provider: Provider }) => (
  <section class="flow" aria-labelledby={`o-${provider.id}`}>
    <h2 id={`o-${provider.id}`}>
      <bdi>{provider.name}</bdi>
    </h2>
    <p>
      <b>{standsOf(provider, data)}</b>. <bdi>{provider.phone}</bdi>.{' '}
      {say('asked_for', { service: sayService(provider.service), way: sayWay(provider.way) })}
    </p>
    <p class="quiet">
      {say('named', {
        name: provider.namedByName,
        day: dayWords(dayOf(data.calendar, provider.namedAt), data.today),
      })}
    </p>
    <Calls provider={provider} data={data} />
    {data.mayWork && provider.endedAt === null && <WriteCall provider={provider} view={view} />}
  </section>
)

const OutsidePage = (data: SeenOutside, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{
        href: `/referrals/${data.referral.id}`,
        label: say('crumb', { number: data.referral.number }),
      }}
    >
      <p>
        <bdi>{data.studentName}</bdi>
      </p>
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      {data.providers.length === 0 && <Empty fact={say('none')} note={say('none_note')} />}
      {data.providers.map((provider) => (
        <One provider={provider} data={data} view={view} />
      ))}
      {data.mayWork && !data.referral.ended && data.providers.every(({ endedAt }) => endedAt !== null) && (
        <Name data={data} view={view} />
      )}
    </div>
  </Page>
)

/** A provider outside the directory, and what was learned by phone. */
export const outsideScreen = screen({
  address: '/referrals/:referralId/outside',
  title: say('title'),
  look: lookOutside,
  page: OutsidePage,
})
export const outsideResource = resource({
  address: 'POST /referrals/:referralId/outside',
  act: nameOutside,
  stands: outsideScreen,
  then: ({ referralId }) => `/referrals/${referralId}/outside`,
})
export const callResource = resource({
  address: 'POST /referrals/:referralId/outside/:outsideId/calls',
  act: callOutside,
  stands: outsideScreen,
  then: ({ referralId }) => `/referrals/${referralId}/outside`,
})
