import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Empty, ErrorSummary, Field, Form, kept, Page, PageHead, Tabs } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { guideWords } from '../guide-words.ts'
import { lookTermsVersions, type SeenTermsVersions } from '../look-terms.ts'
import { publishTerms } from '../publish-terms.ts'
import { termsWords } from '../screen-words.ts'
import { guides, readings, validDays } from '../terms.ts'
import { audienceWords } from '../words.ts'
import { TermsText } from './own-terms.tsx'

const say = termsWords()
const sayGuide = guideWords()
const audience = audienceWords()

type Props = { data: SeenTermsVersions; view: View }

const Version = ({ data, row }: { data: SeenTermsVersions; row: SeenTermsVersions['versions'][number] }) => (
  <section class="box read flow">
    <p>
      {row.id === data.inForceId && <b>{say('in_force')}. </b>}
      {say('begins', { day: dayWords(row.inForceOn, data.today), days: row.validDays })}.{' '}
      {row.publishedByName === null ? say('shipped') : say('by', { name: row.publishedByName })}.
    </p>
    <TermsText terms={row} />
  </section>
)

/** Room for the next version: it begins with the words of the last. */
const Next = ({ data, view }: Props) => {
  const [last] = data.versions
  const field = kept(view, {
    lines: last?.lines.join('\n') ?? '',
    validDays: String(last?.validDays ?? validDays.shipped),
    inForceOn: data.today,
  })
  const hidden = { audience: data.audience, version: String(last?.version ?? 0) }
  return (
    <Form to="/acknowledgements/terms" shell={view.shell} layout="box read flow" hidden={hidden}>
      <h2>{say('next')}</h2>
      <Field {...field('lines')} type="textarea" label={say('lines')} hint={say('lines_hint')} rows={10} />
      <Field
        {...field('validDays')}
        label={say('valid_days')}
        hint={say('valid_days_hint')}
        width="short"
        inputmode="numeric"
      />
      <Field {...field('inForceOn')} type="date" width="short" label={say('in_force_on')} />
      <Button kind="go">{say('publish')}</Button>
    </Form>
  )
}

/** Protocols and guidelines belong to their register; what everybody keeps to, to who has acknowledged it. */
const crumbOf = ({ audience: read, readsOwing }: SeenTermsVersions) =>
  !readsOwing || (guides as readonly string[]).includes(read)
    ? { href: '/protocols', label: sayGuide('title') }
    : { href: '/acknowledgements', label: say('title') }

const VersionsPage = (data: SeenTermsVersions, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('versions_title')} crumb={crumbOf(data)}>
      <p>{say('versions_lead')}</p>
    </PageHead>
    <Tabs
      label={say('for_whom')}
      tabs={readings.map((each) => ({
        href: `/acknowledgements/terms?audience=${each}`,
        label: audience(each),
        current: each === data.audience,
      }))}
    />
    <div class="flow">
      {data.versions.length === 0 && <Empty fact={say('none')} note={say('none_note')} />}
      {data.versions.map((row) => (
        <Version data={data} row={row} />
      ))}
      {data.mayPublish && <Next data={data} view={view} />}
    </div>
  </Page>
)

/** Every version of what people keep to, for each audience, and the form of the next. */
export const versionsScreen = screen({
  address: '/acknowledgements/terms',
  title: say('versions_title'),
  look: lookTermsVersions,
  page: VersionsPage,
})
export const publishResource = resource({
  address: 'POST /acknowledgements/terms',
  act: publishTerms,
  stands: versionsScreen,
  at: (params, { audience: read }) => ({ ...params, ...(typeof read === 'string' && { audience: read }) }),
  then: ({ audience: read }) => `/acknowledgements/terms?audience=${read}`,
})
