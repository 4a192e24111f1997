import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Page, PageHead, Phone } from '#design/contract.ts'
import { lookSheets, type SeenSheets } from '../look-sheets.ts'
import { returnWords } from '../screen-words.ts'

const say = returnWords()

const Sheet = ({ sheet, data }: { sheet: SeenSheets['sheets'][number]; data: SeenSheets }) => (
  <section class="box read flow">
    <h2>
      <bdi>{sheet.studentName}</bdi>
    </h2>
    <p>{sheet.words}</p>
    <p>
      {say('sheets_ask', { name: sheet.contactName })}{' '}
      {sheet.contactPhone !== null && <Phone number={sheet.contactPhone} />}
    </p>
    <p class="quiet">{say('sheets_given', { at: momentWords(sheet.givenAt, data) })}</p>
  </section>
)

const SheetsPage = (data: SeenSheets, view: View) => (
  <Page shell={view.shell}>
    <PageHead title={say('sheets')}>
      <p>{say('sheets_lead')}</p>
    </PageHead>
    {data.sheets.length === 0 ? (
      <Empty fact={say('sheets_none')} note={say('sheets_none_hint')} />
    ) : (
      <div class="flow">
        {data.sheets.map((sheet) => (
          <Sheet sheet={sheet} data={data} />
        ))}
        <p class="hint screen">{say('print')}</p>
      </div>
    )}
  </Page>
)

/** What one was told about students who come back to one's classes: on a screen, and on paper. */
export const sheetsScreen = screen({
  address: '/return-sheets',
  title: say('sheets'),
  look: lookSheets,
  nav: { section: 'work', label: say('sheets_menu'), order: 32 },
  page: SheetsPage,
})
