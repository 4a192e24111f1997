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
import { dayWords } from '#district/contract.ts'
import { arrangeHelp } from '../arrange-help.ts'
import { endHelp } from '../end-help.ts'
import { helpOutcomes } from '../help.ts'
import { lookHelp, type SeenHelpPage } from '../look-help.ts'
import { helpOutcomeWords, helpWords, navigationWords } from '../screen-words.ts'

const say = navigationWords()
const kind = helpWords()
const ended = helpOutcomeWords()
type Props = { data: SeenHelpPage; view: View }

/** What came of it: the day of what was given, or why it was not, and who said so. */
const Ended = ({ data }: { data: SeenHelpPage }) => {
  const { outcome, happenedOn, result, endedAt, endedByName } = data.help
  if (outcome === null || endedAt === null) return null
  const how = { how: ended(outcome), name: endedByName ?? '', at: momentWords(endedAt, data) }
  return (
    <>
      {say('ended_by', how)}
      {happenedOn !== null && (
        <>
          <br />
          {say('happened_on')} {dayWords(happenedOn, data.today)}
        </>
      )}
      {result !== null && (
        <>
          <br />
          {result}
        </>
      )}
    </>
  )
}

const Facts = ({ data }: { data: SeenHelpPage }) => {
  const { help, today, barrierLabels } = data
  const { arranged, arrangedAt, arrangedByName: name, barrierCategory: category } = help
  const due = dayWords(help.dueOn, today)
  const arrangement =
    arranged === null || arrangedAt === null
      ? say('not_arranged')
      : say('arranged_by', { what: arranged, name: name ?? '', at: momentWords(arrangedAt, data) })
  return (
    <KeyList
      items={[
        ...(help.need === null ? [] : [{ key: say('need'), value: help.need }]),
        { key: say('by_day'), value: help.endedAt === null && help.dueOn < today ? <Late>{due}</Late> : due },
        ...(category === null ? [] : [{ key: say('barrier'), value: barrierLabels[category] ?? category }]),
        { key: say('arranged'), value: arrangement },
        ...(help.endedAt === null ? [] : [{ key: say('ended'), value: <Ended data={data} /> }]),
      ]}
    />
  )
}

const Arrange = ({ data, view }: Props) => (
  <Form to={`/practical-help/${data.help.id}/arrangement`} shell={view.shell} layout="box read flow">
    <Field
      {...kept(view)('arranged')}
      type="textarea"
      label={say('arrange')}
      hint={say('arrange_hint')}
      maxlength={300}
    />
    <Button {...(data.help.arranged === null && { kind: 'go' as const })}>{say('arrange_save')}</Button>
  </Form>
)

const End = ({ data, view }: Props) => {
  const field = kept(view)
  const { value, ...outcome } = field('outcome')
  return (
    <Form to={`/practical-help/${data.help.id}/end`} shell={view.shell} layout="box read flow">
      <Choices
        {...outcome}
        legend={say('end')}
        chosen={value ?? ''}
        options={helpOutcomes.map((each) => ({ value: each, label: ended(each) }))}
      />
      <Field
        {...field('happenedOn')}
        type="date"
        width="short"
        label={say('happened_on')}
        hint={say('happened_hint')}
        optional
      />
      <Field
        {...field('result')}
        type="textarea"
        label={say('result')}
        hint={say('result_hint')}
        maxlength={300}
        optional
      />
      <Button {...(data.help.arranged !== null && { kind: 'go' as const })}>{say('end_save')}</Button>
    </Form>
  )
}

const HelpPage = (data: SeenHelpPage, view: View) => {
  const { help, referral } = data
  const open = help.endedAt === null && data.mayWork
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={kind(help.kind)}
        crumb={{ href: `/referrals/${referral.id}/practical-help`, label: say('title') }}
      >
        <p>
          <bdi>{data.studentName}</bdi>.{' '}
          {say('asked', { name: help.askedByName, at: momentWords(help.askedAt, data) })}
        </p>
      </PageHead>
      <div class="flow">
        <Facts data={data} />
        {open && <Arrange data={data} view={view} />}
        {open && <End data={data} view={view} />}
      </div>
    </Page>
  )
}

/** One piece of practical help, and the two forms that move it. */
export const helpScreen = screen({
  address: '/practical-help/:helpId',
  title: say('one'),
  look: lookHelp,
  page: HelpPage,
})
const then = ({ helpId }: { helpId: string }) => `/practical-help/${helpId}`
export const arrangementResource = resource({
  address: 'POST /practical-help/:helpId/arrangement',
  act: arrangeHelp,
  stands: helpScreen,
  then,
})
export const endResource = resource({
  address: 'POST /practical-help/:helpId/end',
  act: endHelp,
  stands: helpScreen,
  then,
})
