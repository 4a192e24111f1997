import { screen, type View } from '#access/screen.ts'
import { dirOf } from '#access/shell.ts'
import { Page, PageHead, Tabs } from '#design/contract.ts'
import { lookWordings, type SeenWording } from '../look-wordings.ts'
import { ruleWords, wordingWords } from '../rule-words.ts'

const say = wordingWords()
const back = ruleWords()

const at = (number: number, lang: string) => `/consents/wordings?number=${number}&lang=${lang}`

const Words = ({ data }: { data: SeenWording }) => (
  <div class="flow read">
    <h2>{say('statements')}</h2>
    <div class="flow" lang={data.lang} dir={dirOf(data.lang)}>
      <p>{data.first}</p>
      {data.statements.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
    {data.statements.length === 0 && <p class="quiet">{say('no_statements')}</p>}
    <h2>{say('questions')}</h2>
    <ol class="flow" lang={data.lang} dir={dirOf(data.lang)}>
      {data.questions.map(({ ask, spoken }) => (
        <li>
          <b>{ask}</b>
          <br />
          {spoken}
        </li>
      ))}
    </ol>
  </div>
)

const WordingsPage = (data: SeenWording, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')} crumb={{ href: '/consents/rules', label: back('title') }}>
      <p>{say('lead', { version: data.version })}</p>
      <p>{say('sample')}</p>
    </PageHead>
    <Tabs
      label={say('versions')}
      tabs={data.versions.map((label, i) => ({
        href: at(i + 1, data.lang),
        label,
        current: i + 1 === data.number,
      }))}
    />
    <Tabs
      label={say('languages')}
      tabs={data.languages.map((lang) => ({
        href: at(data.number, lang),
        label: say(lang),
        current: lang === data.lang,
      }))}
    />
    <Words data={data} />
  </Page>
)

/** The exact words of each version, so that it is known years later what a family was asked [R138]. */
export const wordingsScreen = screen({
  address: '/consents/wordings',
  title: say('title'),
  look: lookWordings,
  page: WordingsPage,
})
