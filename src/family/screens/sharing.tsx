import { screen, type View } from '#access/screen.ts'
import { dirOf } from '#access/shell.ts'
import { ErrorSummary, FamilyPage } from '#design/contract.ts'
import { linkLanguages } from '#people/contract.ts'
import type { Language } from '#platform/words.ts'
import { lookExplanation } from '../look-explanation.ts'
import { lookShared } from '../look-shared.ts'
import type { SharedAbout } from '../sharing-about.ts'
import { planPageWords } from '../plan-words.ts'
import { sharedWords } from '../words.ts'
import { momentText } from './family-days.ts'
import { Crossings, Now, type Part, Stop, WhoSaw } from './sharing-parts.tsx'

const Whole = (part: Part) => {
  const { data, language } = part
  const say = sharedWords(language)
  return (
    <>
      <p class="hint">{say('made', { day: momentText(data.now, data.timeZone, language) })}</p>
      <h1>{say('title_of', { student: data.student.given })}</h1>
      <p class="lead">{say('lead')}</p>
      <Now {...part} />
      <Stop {...part} />
      <Crossings {...part} />
      <WhoSaw {...part} />
    </>
  )
}

const SharedPage = (data: SharedAbout, { shell, language, problem }: View) => {
  return (
    <FamilyPage
      shell={{ ...shell, title: sharedWords(language)('title') }}
      from={data.districtName}
      languages={linkLanguages('/family')}
    >
      <ErrorSummary errors={problem?.because ?? []} lang={language} />
      <p class="screen">
        <a href={`/family/plan?lang=${language}`}>{planPageWords(language)('title')}</a>
      </p>
      <Whole data={data} language={language} shell={shell} />
    </FamilyPage>
  )
}

/** What is shared about the student somebody acts for. The title names nobody. */
export const sharedScreen = screen({
  address: '/family',
  title: 'What is shared',
  look: lookShared,
  page: SharedPage,
})

const ExplanationPage = (data: SharedAbout & { lang: Language }, view: View) => {
  const { actor: _reader, ...shell } = view.shell
  const say = sharedWords(data.lang)
  return (
    <FamilyPage
      shell={{ ...shell, lang: data.lang, dir: dirOf(data.lang), title: say('title') }}
      from={data.districtName}
      languages={linkLanguages(`/students/${data.student.id}/explanation`)}
    >
      <p class="screen hint">{say('print_hint')}</p>
      <Whole data={data} language={data.lang} />
    </FamilyPage>
  )
}

/** The same on paper, for a family that does not sign in. */
export const explanationScreen = screen({
  address: '/students/:studentId/explanation',
  title: 'What is shared',
  look: lookExplanation,
  page: ExplanationPage,
})
