import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { opens } from './steps/asks.ts'
import { answers, follows, presses, reads, sees, types } from './steps/page.ts'
import { aVisitIsArranged, nameOf } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { mateo } = families
const place = `/students/${mateo.id}`
const atWork = ['/today', '/concerns/mine', `/search?q=${mateo.family}`]

let hisLink = ''

const wordsOn = async (page: Page, path: string) => {
  await opens(page, path)
  return (await page.getByRole('main').innerText()).replaceAll(`“${mateo.family}”`, '')
}

async function actsAs(page: Page, role: RegExp) {
  await page.getByRole('main').getByRole('listitem').filter({ hasText: role }).getByRole('button').click()
  await page.waitForLoadState()
}

async function givenATeacherWhoRaisedAConcern(stage: Stage) {
  await aVisitIsArranged(stage, 'mateo', '2026-10-15')
  const joan = await stage.enter('joan')
  for (const path of atWork.slice(1)) expect(await wordsOn(joan, path)).toContain(mateo.family)
  const link = joan.getByRole('main').getByRole('link', { name: new RegExp(mateo.family) })
  hisLink = (await link.first().getAttribute('href')) ?? ''
  await joan.goto(hisLink)
  await reads(joan, new RegExp(mateo.family))
}

async function whenSheIsPutDownAsHisGuardian({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`${place}/caregivers/new`)
  await types(maya, /^Name$/, cast.joan.name)
  await answers(maya, 'What they are to the student', 'Guardian')
  await types(maya, /^Email/, cast.joan.email)
  await answers(maya, 'May they consent for this student?', 'May consent')
  await presses(maya, 'Save')
  await reads(maya, cast.joan.name)
  await accessible(maya)
}

async function thenSheDoesNotMeetHimAtWork({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  for (const path of atWork) expect(await wordsOn(joan, path)).not.toContain(mateo.family)
  // The address she had before leads nowhere.
  await joan.goto(hisLink)
  expect(await joan.getByRole('main').innerText()).not.toContain(mateo.family)
  await accessible(joan)
}

async function andThePrivacyOfficerLooksAtIt({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto('/today')
  await follows(leila, /conflict/i)
  await sees(leila, 'Conflicts to look at')
  await accessible(leila)
  await follows(leila, `Look at it ${cast.joan.name}`)
  await reads(leila, /Nobody else has looked at it yet/)
  await accessible(leila)
  await presses(leila, `It holds ${cast.joan.name}`)
  await reads(leila, /Looked at/)
}

async function whenSheIsGivenASignIn({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`${place}/sign-ins`)
  await answers(maya, 'Which caregiver', cast.joan.name)
  await answers(maya, 'How did you make sure who it is?', 'I know them in person')
  await presses(maya, 'Send the invitation')
  await reads(maya, /Works here as well/)
  await accessible(maya)
}

async function thenSheReadsWhatACaregiverReads({ enter, accessible }: Stage) {
  const joan = await enter('joan')
  for (const path of atWork) expect(await wordsOn(joan, path)).not.toContain(mateo.family)
  await joan.goto('/account')
  await actsAs(joan, /Caregiver/)
  await joan.goto('/family')
  await sees(joan, new RegExp(mateo.given))
  await reads(joan, /Cedar Street/)
  await accessible(joan)
}

async function andElenaReadsTheSame({ enter }: Stage) {
  const elena = await enter('elena')
  await elena.goto('/family')
  await sees(elena, new RegExp(mateo.given))
}

async function andNobodyLiftsThatSheIsFamily({ enter, accessible }: Stage) {
  const leila = await enter('leila')
  await leila.goto(`${place}/blocks`)
  await reads(leila.getByRole('table', { name: /is family/ }), cast.joan.name)
  await accessible(leila)
  await follows(leila, `Lift it ${cast.joan.name}`)
  await answers(leila, 'Why it ends', 'It was set by mistake')
  await presses(leila, 'Lift it')
  const joan = await enter('joan')
  await follows(joan, 'Your account')
  await actsAs(joan, /Teacher/)
  for (const path of atWork) expect(await wordsOn(joan, path)).not.toContain(mateo.family)
}

journey(
  `A teacher who is a guardian does not meet the child at work, and reads ${nameOf('mateo')}’s page as family`,
  async (stage) => {
    await givenATeacherWhoRaisedAConcern(stage)
    await whenSheIsPutDownAsHisGuardian(stage)
    await thenSheDoesNotMeetHimAtWork(stage)
    await andThePrivacyOfficerLooksAtIt(stage)
    await whenSheIsGivenASignIn(stage)
    await thenSheReadsWhatACaregiverReads(stage)
    await andElenaReadsTheSame(stage)
    await andNobodyLiftsThatSheIsFamily(stage)
  },
)
