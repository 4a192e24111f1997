import { roleWords } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Pager, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookOwing, type SeenOwing } from '../look-terms.ts'
import { termsWords } from '../screen-words.ts'
import { audienceWords } from '../words.ts'

const say = termsWords()
const audience = audienceWords()
const role = roleWords()

const Rows = ({ data }: { data: SeenOwing }) => (
  <Table
    caption={<span class="vh">{say('title')}</span>}
    rows={data.shown}
    columns={[
      {
        head: say('who'),
        cell: (row) => (
          <>
            <bdi>{row.name}</bdi>
            <br />
            <small>
              {role(row.role)}
              {row.agency !== null && (
                <>
                  , <bdi>{row.agency}</bdi>
                </>
              )}
            </small>
          </>
        ),
      },
      { head: say('reads'), cell: (row) => audience(row.audience) },
      {
        head: say('holds'),
        cell: ({ endsOn }) => (endsOn === null ? say('not_yet') : dayWords(endsOn, data.today)),
      },
    ]}
  />
)

const OwingPage = (data: SeenOwing, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        {say('lead')}{' '}
        <b>
          {say('counts', {
            owed: say('owed', { count: data.counts.owed }),
            ending: say('ending', { count: data.counts.ending }),
          })}
        </b>
      </p>
    </PageHead>
    <div class="flow">
      {data.shown.length === 0 ? (
        <Empty fact={say('nobody')} note={say('nobody_note')} />
      ) : (
        <Rows data={data} />
      )}
      <Pager
        previous={data.first ? undefined : '/acknowledgements'}
        next={data.next === undefined ? undefined : `/acknowledgements?from=${data.next}`}
      />
      <p>
        <a href="/acknowledgements/terms">{say('to_versions')}</a>
      </p>
    </div>
  </Page>
)

/** Who has not acknowledged, and whose acknowledgement ends soon. */
export const owingScreen = screen({
  address: '/acknowledgements',
  title: say('title'),
  look: lookOwing,
  page: OwingPage,
  nav: { section: 'records', label: say('title'), order: 62 },
})
