import { screen, type View } from '#access/screen.ts'
import { dirOf } from '#access/shell.ts'
import { FamilyPage } from '#design/contract.ts'
import { linkLanguages } from '#people/contract.ts'
import type { Language } from '#platform/words.ts'
import { lookSchoolHears, lookSchoolHearsPaper, type SchoolHearsData } from '../look-school-hears.ts'
import { schoolHearsWords } from '../school-hears-words.ts'
import { FromAgency } from './school-hears-parts.tsx'

type WholeProps = { data: SchoolHearsData; language: Language; paper?: boolean }

const Whole = ({ data, language, paper = false }: WholeProps) => {
  const say = schoolHearsWords(language)
  return (
    <>
      <h1>{say('title')}</h1>
      {data.agencies.length === 0 && <p class="lead">{say('nobody')}</p>}
      {data.agencies.map((agency) => (
        <FromAgency agency={agency} data={data} language={language} paper={paper} />
      ))}
    </>
  )
}

const SchoolHearsPage = (data: SchoolHearsData & { isAsked: boolean }, { shell, language }: View) => {
  const say = schoolHearsWords(language)
  return (
    <FamilyPage
      shell={{ ...shell, title: say('title') }}
      from={data.districtName}
      languages={linkLanguages('/family/school-hears')}
    >
      <Whole data={data} language={language} />
      <p class="row screen">
        {data.isAsked && <a href={`/family/consent?lang=${language}`}>{say('back_to_questions')}</a>}
        <a href={`/family?lang=${language}`}>{say('back_to_shared')}</a>
      </p>
    </FamilyPage>
  )
}

/** What the school would hear from each agency a family is asked about. The title names nobody. */
export const schoolHearsScreen = screen({
  address: '/family/school-hears',
  title: 'What the school will hear',
  look: lookSchoolHears,
  page: SchoolHearsPage,
})

const PaperPage = (data: SchoolHearsData & { lang: Language; referralId: string }, view: View) => {
  const { actor: _reader, ...shell } = view.shell
  const say = schoolHearsWords(data.lang)
  return (
    <FamilyPage
      shell={{ ...shell, lang: data.lang, dir: dirOf(data.lang), title: say('title') }}
      from={data.districtName}
      languages={linkLanguages(`/referrals/${data.referralId}/school-hears`)}
    >
      <p class="screen hint">{say('print_hint')}</p>
      <Whole data={data} language={data.lang} paper />
      <p class="screen">
        <a href={`/referrals/${data.referralId}/consents`}>{say('back_to_consents')}</a>
      </p>
    </FamilyPage>
  )
}

/** The same for whoever asks the family, to read aloud or to print. */
export const schoolHearsPaperScreen = screen({
  address: '/referrals/:referralId/school-hears',
  title: 'What the school will hear',
  look: lookSchoolHearsPaper,
  page: PaperPage,
})
