import { OwnPage } from '#access/own-page.tsx'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ButtonLink, Empty, Form, PageHead, Tag } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { acknowledgeTerms } from '../acknowledge-terms.ts'
import { lookOwnTerms, type SeenOwnTerms } from '../look-terms.ts'
import { termsWords } from '../screen-words.ts'
import type { Terms } from '../terms.ts'

const say = termsWords()

/** One version as a document: its sentences, its number, and that it is a sample. */
export const TermsText = ({ terms }: { terms: Pick<Terms, 'lines' | 'version' | 'sample'> }) => (
  <>
    <p class="row">
      <span>{say('version', { version: terms.version })}</span>
      {terms.sample && <Tag kind="sample">{say('sample')}</Tag>}
    </p>
    <ul class="flow">
      {terms.lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </>
)

/** One press, and on to where one was going. */
const Acknowledge = ({ data, terms, view }: { data: SeenOwnTerms; terms: Terms; view: View }) => (
  <Form to="/privacy-terms" shell={view.shell} layout="flow" hidden={{ termsId: terms.id, to: data.to }}>
    <p class="hint">{say('own_until', { days: terms.validDays })}</p>
    <p>
      <Button {...(data.owed && { kind: 'go' as const })}>{say(data.owed ? 'acknowledge' : 'renew')}</Button>
    </p>
  </Form>
)

const OwnTermsPage = (data: SeenOwnTerms, view: View) => {
  const { terms, endsOn } = data
  return (
    <OwnPage shell={view.shell} role={data.role}>
      <PageHead title={say('own_title')}>
        {data.owed && (
          <p class="lead">
            {say('own_owed')} {say('own_open')}
          </p>
        )}
        {endsOn !== undefined && (
          <p class="lead">{say('own_holds', { day: dayWords(endsOn, data.today) })}</p>
        )}
      </PageHead>
      {terms === undefined ? (
        <Empty fact={say('own_none')} note={say('own_none_note')} />
      ) : (
        <div class="read flow">
          <TermsText terms={terms} />
          <Acknowledge data={data} terms={terms} view={view} />
        </div>
      )}
      {!data.owed && data.to !== '/' && (
        <p>
          <ButtonLink href={data.to}>{say('on')}</ButtonLink>
        </p>
      )}
    </OwnPage>
  )
}

/** What somebody keeps to, and the one press that says so. */
export const ownTermsScreen = screen({
  address: '/privacy-terms',
  title: say('own_title'),
  look: lookOwnTerms,
  page: OwnTermsPage,
})
export const acknowledgeResource = resource({
  address: 'POST /privacy-terms',
  act: acknowledgeTerms,
  stands: ownTermsScreen,
  at: (params, { to }) => ({ ...params, ...(typeof to === 'string' && { to }) }),
  then: ({ to }) => to,
})
