import { screen, type View } from '#access/screen.ts'
import {
  Banner,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  inPart,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { methods } from '../consent.ts'
import { consentsPage, type ConsentsData } from '../consents-page.ts'
import { screenWords } from '../screen-words.ts'
import { consentWords } from '../words.ts'
import { worklistWords } from '../worklist-words.ts'
import { ByLink } from './by-link.tsx'
import { Conflicts } from './conflicts.tsx'
import { History, related } from './consent-history.tsx'
import { ConsentTable } from './consent-table.tsx'
import { FamilyContactPart } from './family-contact.tsx'
import { OnPaper } from './on-paper.tsx'
import { asked, languageOptions } from './options.ts'
import { ScanField } from './scan-field.tsx'
import { SaidFirst } from './said-first.tsx'
import { WhoAnswers } from './who-answers.tsx'

const say = screenWords()
const said = consentWords()
const list = worklistWords()
type Props = { data: ConsentsData; view: View }

const authority = (code: string) =>
  said.has(`authority.${code}`) ? said(`authority.${code}` as 'authority.unknown') : code

const cameBack = ({ typed }: View) => Object.keys(typed).length > 0

/** Who answers, and how it is captured. */
const Who = ({ data, view, field }: Props & { field: ReturnType<typeof kept> }) => (
  <>
    <WhoAnswers data={data} field={field} />
    <Choices
      {...asked(field('caregiverId'))}
      legend={say('who')}
      options={data.caregivers.map((each) => ({
        value: each.id,
        label: <bdi>{each.name}</bdi>,
        hint: `${related(each.relationship)}. ${authority(each.authority)}`,
      }))}
    />
    <Choices
      {...asked(field('method'))}
      legend={say('method')}
      options={methods.map((value) => ({
        value,
        label: said(`method.${value}`),
        ...(value === 'paper' && { reveal: <ScanField field={field} cameBack={cameBack(view)} /> }),
      }))}
    />
  </>
)

/** Who answers, how it is captured, in which language and until when. */
const How = ({ data, view }: Props) => {
  const [first] = data.caregivers
  const grantorKind = data.minorConsented ? 'student' : 'caregiver'
  const care = data.proposals.find(({ may }) => may)?.care
  const known = {
    grantorKind,
    care,
    caregiverId: first?.id,
    language: first?.language,
    endsOn: data.agreementEndsOn,
  }
  const field = kept(view, { ...known, method: 'phone_witnessed' })
  const languages = languageOptions(data.caregivers.map(({ language }) => language))
  return (
    <>
      <Who data={data} view={view} field={field} />
      <div class="pairs auto">
        <Field {...field('witness')} label={say('witness')} hint={say('witness_hint')} optional />
        <Field {...field('documentReference')} label={say('document')} optional />
      </div>
      <div class="pairs auto">
        <Field {...field('language')} type="select" label={say('language')} options={languages} />
        <Field {...field('interpreter')} label={say('interpreter')} optional />
        <Field {...field('endsOn')} type="date" width="short" label={say('ends_on')} />
      </div>
    </>
  )
}

const Record = ({ data, view }: Props) => {
  const field = kept(view)
  const partner = data.referral.partnerName ?? ''
  return (
    <section class="after flow" aria-labelledby="record">
      <h2 id="record">{say('record')}</h2>
      <p class="hint">{say('record_hint')}</p>
      <Form to={`/referrals/${data.referral.id}/consents`} shell={view.shell} upload layout="flow read">
        <How data={data} view={view} />
        <SaidFirst names={{ partner, student: data.referral.studentName }} />
        <p>
          <a href={`/referrals/${data.referral.id}/school-hears`}>{say('school_hears')}</a>
        </p>
        {data.shelf.map(({ scope }) => (
          <Choices
            {...field(`answers.${scope}`)}
            chosen={field(`answers.${scope}`).value ?? ''}
            inline
            legend={said(`scope.${scope}`, { partner })}
            options={[
              { value: 'yes', label: said('yes') },
              { value: 'no', label: said('no') },
              { value: '', label: say('not_said') },
            ]}
          />
        ))}
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}

/** What was typed into another form of the page stands there, and not here. */
const recording = (view: View): View =>
  ['link', 'paper', 'contact'].includes(String(view.typed['part'])) ? inPart(view, 'record') : view

function ConsentsPage(data: ConsentsData, view: View) {
  const { referral } = data
  const partner = referral.partnerName
  return (
    <Page shell={view.shell}>
      <PageHead
        title={partner === null ? say('title') : say('title_with', { partner })}
        crumb={
          data.opensReferral
            ? { href: `/referrals/${referral.id}`, label: say('back', { number: referral.number }) }
            : { href: '/consents', label: list('title') }
        }
      >
        <p>{say('about', { student: referral.studentName })}</p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      {data.minorConsented && (
        <Banner kind="here">
          <p>
            <b>{say('alone')}.</b> {say('alone_note')}
          </p>
        </Banner>
      )}
      {partner === null ? (
        <p>{say('no_partner')}</p>
      ) : (
        <ConsentTable rows={data.shelf} partner={partner} reading={data} mayEnd={data.mayRecord} />
      )}
      <Conflicts data={data} view={view} />
      <FamilyContactPart data={data} view={view} />
      <ByLink data={data} view={view} />
      <OnPaper data={data} view={view} />
      {data.mayRecord && <Record data={data} view={recording(view)} />}
      <History data={data} view={view} />
    </Page>
  )
}

/** What a family allowed for one referral, and where answers are recorded. */
export const consentsScreen = screen({
  address: '/referrals/:referralId/consents',
  title: say('title'),
  look: consentsPage,
  page: ConsentsPage,
})
