import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import { agencyScopes } from '../consent.ts'
import type { ConsentsData } from '../consents-page.ts'
import { linkScreenWords } from '../link-words.ts'
import { momentWords } from '../moment.ts'
import { consentWords } from '../words.ts'
import { related } from './consent-history.tsx'
import { Beside } from './family-contact.tsx'
import { asked } from './options.ts'

const say = linkScreenWords()
const said = consentWords()
type Props = { data: ConsentsData; view: View }
type Row = ConsentsData['links'][number]

/** What became of a link, in a sentence. */
function stands(row: Row, data: ConsentsData): string {
  const at = (moment: Date | null) => (moment === null ? '' : momentWords(moment, data))
  if (row.is === 'waiting' && row.sentBy !== null)
    return say('is.waiting', { at: at(row.sentAt), way: say(`way.${row.sentBy}`) })
  if (row.is === 'open') return say('is.open', { at: at(row.openedAt) })
  if (row.is === 'answered') return say('is.answered', { at: at(row.answeredAt) })
  if (row.notSent !== null && row.sentAt === null && (row.is === 'sending' || row.is === 'ended')) {
    const why = `not_sent.${row.notSent}`
    return say.has(why) ? say(why as 'not_sent.other') : say('not_sent.other')
  }
  return say(`is.${row.is}` as 'is.sending')
}

const Links = ({ data, view }: Props) => (
  <ul class="plain">
    {data.links.map((row) => (
      <li>
        <b>
          <bdi>{row.caregiverName}</bdi>
        </b>
        <br />
        {stands(row, data)} <small>{say('asked_at', { at: momentWords(row.askedAt, data) })}</small>
        {data.mayRecord && ['sending', 'waiting', 'open'].includes(row.is) && (
          <Form to={`/referrals/${data.referral.id}/links/${row.id}/withdrawal`} shell={view.shell}>
            <Button kind="text">
              {say('withdraw')} <span class="vh">{say('withdraw_what', { name: row.caregiverName })}</span>
            </Button>
          </Form>
        )}
      </li>
    ))}
  </ul>
)

/** The questions of the handoff that are not answered with a yes yet. */
export const openQuestions = ({ shelf }: ConsentsData) =>
  shelf
    .filter(({ scope, is }) => is !== 'in_force' && !(agencyScopes as readonly string[]).includes(scope))
    .map(({ scope }): string => scope)

const Ask = ({ data, view }: Props) => {
  const own = inPart(view, 'link')
  const may = data.caregivers.filter(({ authority }) => authority === 'may_consent')
  const [first] = may
  const partner = data.referral.partnerName ?? ''
  const field = kept(own, { linkTo: first?.id, linkUntil: data.agreementEndsOn })
  const { value: _, ...which } = field('linkScopes')
  if (first === undefined) return <p>{say('none_may')}</p>
  return (
    <Form
      to={`/referrals/${data.referral.id}/links`}
      shell={view.shell}
      hidden={{ part: 'link' }}
      layout="flow read"
    >
      <Choices
        {...asked(field('linkTo'))}
        legend={say('who')}
        options={may.map((each) => ({
          value: each.id,
          label: <bdi>{each.name}</bdi>,
          hint: related(each.relationship),
        }))}
      />
      <Choices
        {...which}
        many
        chosen={keptAll(own, 'linkScopes', openQuestions(data))}
        legend={say('which')}
        options={data.shelf.map(({ scope }) => ({
          value: scope,
          label: said(`scope.${scope}`, { partner }),
        }))}
      />
      <Field {...field('linkUntil')} type="date" width="short" label={say('until')} />
      <Beside data={data} field={kept(own)} />
      <Button kind="go">{say('send')}</Button>
    </Form>
  )
}

/** Open for whoever came from the call for it, and for a form that came back. */
const isOpen = ({ query, typed }: View) => query['by'] === 'link' || typed['part'] === 'link'

/** A caregiver is asked by a link while somebody talks with them, and how each link stands. */
export const ByLink = ({ data, view }: Props) => {
  const asks = data.mayRecord && !data.minorConsented
  if (!asks && data.links.length === 0) return null
  return (
    <section class="after flow" aria-labelledby="by-link">
      <h2 id="by-link">{say('title')}</h2>
      {data.links.length > 0 && <Links data={data} view={view} />}
      {asks && (
        <details class="more" {...(isOpen(view) && { open: true })}>
          <summary>{say(data.links.length > 0 ? 'another' : 'ask')}</summary>
          <p class="hint">
            {say('lead')} {say('lead_then')}
          </p>
          <Ask data={data} view={view} />
        </details>
      )}
    </section>
  )
}
