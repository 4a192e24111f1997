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
  Late,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { addLegalRule } from '../add-legal-rule.ts'
import { levels } from '../legal-rule.ts'
import { linkLegalRule } from '../link-legal-rule.ts'
import { lookRegister, type SeenRegister } from '../look-register.ts'
import { levelWords, registerWords } from '../register-words.ts'
import { reviewLegalRule } from '../review-legal-rule.ts'

const say = registerWords()
const level = levelWords()

type Row = SeenRegister['rules'][number]
type Props = { data: SeenRegister; view: View }

const Reviewed = ({ row, today }: { row: Row; today: string }) => {
  const day = dayWords(row.reviewOn, today)
  return (
    <>
      {row.overdue ? <Late>{say('review_late', { day })}</Late> : day}
      {row.found !== null && (
        <>
          <br />
          <small>{row.found}</small>
        </>
      )}
    </>
  )
}

const Rules = ({ data }: { data: SeenRegister }) => (
  <Table
    caption={<span class="vh">{say('title')}</span>}
    rows={data.rules}
    columns={[
      {
        head: say('rule'),
        cell: (row) => (
          <>
            {row.title}
            <br />
            <small>
              {level(row.level)}. {row.source}
            </small>
          </>
        ),
      },
      { head: say('owner'), cell: ({ ownerName }) => <bdi>{ownerName}</bdi> },
      { head: say('review'), cell: (row) => <Reviewed row={row} today={data.today} /> },
      {
        head: say('implemented'),
        cell: ({ agreements }) =>
          agreements.length === 0
            ? say('implemented_none')
            : agreements.map(({ partnerId, partnerName, title }) => (
                <div>
                  <a href={`/partners/${partnerId}`}>
                    {say('agreement_line', { partner: partnerName, title })}
                  </a>
                </div>
              )),
      },
    ]}
  />
)

/** What one of the forms of the page sent, when it came back. */
const formOf = (view: View, name: string, held: Record<string, string> = {}) =>
  kept(view.typed['_form'] === name ? view : { typed: {}, problem: undefined }, held)

const which = (data: SeenRegister) => data.rules.map(({ id, title }) => ({ value: id, label: title }))

const Again = ({ data, view }: Props) => {
  const field = formOf(view, 'review')
  return (
    <Form to="/register/reviews" shell={view.shell} layout="box read flow" hidden={{ _form: 'review' }}>
      <h2>{say('look_again')}</h2>
      <Field
        {...field('legalRuleId')}
        id="again-rule"
        type="select"
        label={say('which')}
        options={which(data)}
      />
      <Field {...field('found')} type="textarea" label={say('found')} maxlength={2000} />
      <Field {...field('nextReviewOn')} type="date" width="short" label={say('next')} />
      <Button>{say('save_review')}</Button>
    </Form>
  )
}

const Link = ({ data, view }: Props) => {
  const field = formOf(view, 'link')
  return (
    <Form to="/register/links" shell={view.shell} layout="box read flow" hidden={{ _form: 'link' }}>
      <h2>{say('link')}</h2>
      <Field
        {...field('legalRuleId')}
        id="link-rule"
        type="select"
        label={say('which')}
        options={which(data)}
      />
      <Field
        {...field('agreementId')}
        type="select"
        label={say('agreement')}
        options={data.agreements.map(({ id, title, partnerName }) => ({
          value: id,
          label: say('agreement_line', { partner: partnerName, title }),
        }))}
      />
      <Button>{say('save_link')}</Button>
    </Form>
  )
}

const Add = ({ data, view }: Props) => {
  const field = formOf(view, 'add')
  const { value, ...choice } = field('level')
  return (
    <Form to="/register" shell={view.shell} layout="box read flow" hidden={{ _form: 'add' }}>
      <h2>{say('add')}</h2>
      <Choices
        {...choice}
        legend={say('level')}
        inline
        options={levels.map((each) => ({ value: each, label: level(each) }))}
        {...(value !== undefined && { chosen: value })}
      />
      <Field {...field('title')} label={say('name')} maxlength={200} />
      <Field {...field('source')} label={say('source')} maxlength={300} />
      <Field
        {...field('ownerId')}
        type="select"
        label={say('owner')}
        options={data.owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...field('reviewOn')} type="date" width="short" label={say('review_on')} />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const RegisterPage = (data: SeenRegister, view: View) => {
  const late = data.rules.filter(({ overdue }) => overdue).length
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('title')}>
        <p>
          {say('lead')} <a href="/standards/minimum_necessary">{say('who_may_know')}</a>{' '}
          {late > 0 && <Late>{say('overdue', { count: late })}</Late>}
        </p>
      </PageHead>
      <div class="flow">
        {data.rules.length === 0 ? (
          <Empty fact={say('none')} note={say('none_note')} />
        ) : (
          <Rules data={data} />
        )}
        {data.mayKeep && data.rules.length > 0 && <Again data={data} view={view} />}
        {data.mayKeep && data.rules.length > 0 && <Link data={data} view={view} />}
        {data.mayKeep && <Add data={data} view={view} />}
      </div>
    </Page>
  )
}

/** The register of rules, with what is overdue and what implements each. */
export const registerScreen = screen({
  address: '/register',
  title: say('title'),
  look: lookRegister,
  page: RegisterPage,
  nav: { section: 'records', label: say('title'), order: 60 },
})

const then = () => '/register'
export const registerResources = [
  resource({ address: 'POST /register', act: addLegalRule, stands: registerScreen, then }),
  resource({ address: 'POST /register/reviews', act: reviewLegalRule, stands: registerScreen, then }),
  resource({ address: 'POST /register/links', act: linkLegalRule, stands: registerScreen, then }),
]
