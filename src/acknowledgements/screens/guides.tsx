import { OwnPage } from '#access/own-page.tsx'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Form, Late, Page, PageHead, Pager, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { guideWords } from '../guide-words.ts'
import {
  lookGuide,
  lookOwnGuides,
  lookRegister,
  type SeenGuide,
  type SeenOwnGuides,
  type SeenRegister,
} from '../look-guides.ts'
import { trainInGuide } from '../train-in-guide.ts'
import { audienceWords } from '../words.ts'
import { TermsText } from './own-terms.tsx'

const say = guideWords()
const named = audienceWords()
const role = roleWords()

type Row = SeenRegister['guides'][number]
type Person = SeenGuide['shown'][number]

const Version = ({ row }: { row: Pick<Row, 'terms' | 'trained' | 'all'> }) => (
  <>
    {row.terms === undefined ? say('none') : say('version', { version: row.terms.version })}.{' '}
    {say('trained_of', { trained: row.trained, all: row.all })}.
  </>
)

const RegisterPage = (data: SeenRegister, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        {say('lead')} {data.reads && <a href="/own-protocols">{say('to_own')}</a>}
      </p>
    </PageHead>
    {data.guides.map((row) => (
      <section class="after flow" aria-labelledby={row.guide}>
        <h2 id={row.guide}>
          <a href={`/protocols/${row.guide}`}>{named(row.guide)}</a>
        </h2>
        <p>
          <Version row={row} />
        </p>
      </section>
    ))}
  </Page>
)

/** The register of protocols and guidelines. */
export const registerScreen = screen({
  address: '/protocols',
  title: say('title'),
  look: lookRegister,
  page: RegisterPage,
  nav: { section: 'district', label: say('title'), order: 63 },
})

const Who = ({ person }: { person: Person }) => (
  <>
    <bdi>{person.name}</bdi>
    <br />
    <small>
      {role(person.role)}
      {person.agency !== null && (
        <>
          , <bdi>{person.agency}</bdi>
        </>
      )}
    </small>
  </>
)

const People = ({ data }: { data: SeenGuide }) => (
  <Table<Person>
    caption={<span class="vh">{named(data.guide)}</span>}
    rows={data.shown}
    columns={[
      { head: say('who'), cell: (person) => <Who person={person} /> },
      {
        head: say('trained'),
        cell: ({ trainedOn }) =>
          trainedOn === null ? <Late>{say('not_yet')}</Late> : dayWords(trainedOn, data.today),
      },
      { head: say('until'), cell: ({ endsOn }) => (endsOn === null ? '' : dayWords(endsOn, data.today)) },
    ]}
  />
)

const GuidePage = (data: SeenGuide, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={named(data.guide)} crumb={{ href: '/protocols', label: say('title') }}>
      <p>
        <Version row={data} />{' '}
        <a href={`/acknowledgements/terms?audience=${data.guide}`}>{say('to_versions')}</a>
      </p>
    </PageHead>
    {data.shown.length === 0 ? <p>{say('nobody')}</p> : <People data={data} />}
    <Pager
      previous={data.first ? undefined : `/protocols/${data.guide}`}
      next={data.next === undefined ? undefined : `/protocols/${data.guide}?from=${data.next}`}
    />
  </Page>
)

/** One protocol or guideline: its version, and who was trained in it. */
export const guideScreen = screen({
  address: '/protocols/:guide',
  title: say('title'),
  look: lookGuide,
  page: GuidePage,
})

type Own = SeenOwnGuides['guides'][number]
const OwnGuide = ({ row, data, view }: { row: Own; data: SeenOwnGuides; view: View }) => (
  <section class="after flow read" aria-labelledby={row.guide}>
    <h2 id={row.guide}>{named(row.guide)}</h2>
    {row.terms === undefined ? (
      <p>{say('none')}</p>
    ) : (
      <>
        {row.endsOn !== null && <p>{say('holds', { day: dayWords(row.endsOn, data.today) })}</p>}
        <TermsText terms={row.terms} />
        <Form
          to={`/own-protocols/${row.guide}`}
          shell={view.shell}
          layout="flow"
          hidden={{ termsId: row.terms.id }}
        >
          <p class="hint">{say('holds_for', { days: row.terms.validDays })}</p>
          <Button>{say(row.endsOn === null ? 'press' : 'again')}</Button>
        </Form>
      </>
    )}
  </section>
)

const OwnGuidesPage = (data: SeenOwnGuides, view: View) => (
  <OwnPage shell={view.shell} role={data.role}>
    <PageHead title={say('own_title')}>
      <p>{say('own_lead')}</p>
    </PageHead>
    {data.guides.map((row) => (
      <OwnGuide row={row} data={data} view={view} />
    ))}
  </OwnPage>
)

/** What somebody works by, and the one press that says that they were trained in it. */
export const ownGuidesScreen = screen({
  address: '/own-protocols',
  title: say('own_title'),
  look: lookOwnGuides,
  page: OwnGuidesPage,
  nav: { section: 'work', label: say('own_title'), order: 50 },
})
export const trainingResource = resource({
  address: 'POST /own-protocols/:guide',
  act: trainInGuide,
  stands: ownGuidesScreen,
  then: () => '/own-protocols',
})
