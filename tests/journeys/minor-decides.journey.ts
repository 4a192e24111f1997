import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { addMinorRule } from '#consent/add-minor-rule.ts'
import { approveMinorRule } from '#consent/approve-minor-rule.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { perform } from '../riverside/stories/teller.ts'
import { answeredTo } from './steps/family.ts'
import { answers, presses, reads, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { id: studentId } = families.amal
const agency = 'Cedar Street'
let referralId = ''
let paper: string[] = []
let page: string[] = []

/** The legal team approved one rule, and the navigator has talked with the student alone. */
async function givenARuleForMinors(stage: Stage) {
  const { being } = stage
  const walk = stage.before('amal').at(new Date('2026-10-13T16:00:00Z'))
  const rule = { state: 'CA', care: 'mental_health', fromAge: '15', caregiverTold: 'no', source: 'Invented' }
  const added = await perform(being('yolanda'), addMinorRule, { ...rule, inForceFrom: '2026-09-01' })
  const approval = { ruleId: added.ruleId, approvedBy: 'Counsel', approvedOn: '2026-09-02' }
  await perform(being('leila'), approveMinorRule, approval)
  await walk.raise('Asked the counselor for somebody to talk to.')
  await walk.decide('b')
  await walk.by('jonah', choosePartner, { referralId: walk.referralId, partnerId: partners.cedarStreet.id })
  referralId = walk.referralId
  stage.at('2026-10-13T20:30:00Z')
}

/** Pages a caregiver has no way to, typed by hand. */
const byHand = () => [
  `/students/${studentId}`,
  `/students/${studentId}/explanation`,
  `/students/${studentId}/accounting?whole=yes&to=student`,
  `/referrals/${referralId}/consents`,
  `/referrals/${referralId}/family-plan`,
]

const ofItself = /<input type="hidden"[^>]*>|<h3>En la escuela[\s\S]*?<\/section>/g
/** What is printed for the caregivers. How often the school printed it is told there, and is as it is. */
async function onPaper(page: Page): Promise<string[]> {
  const papers = [
    `/students/${studentId}/accounting?whole=yes&to=caregiver`,
    `/students/${studentId}/explanation?lang=es`,
  ]
  const printed = await Promise.all(papers.map(async (path) => (await page.request.get(path)).text()))
  return printed.map((text) => text.replaceAll(ofItself, ''))
}

const shown = (stage: Stage) => answeredTo(stage, 'samira', byHand())

async function givenWhatHerMotherReads(stage: Stage) {
  paper = await onPaper(await stage.enter('leila'))
  page = await shown(stage)
  expect(page.join()).toContain('Nothing is shared with anybody outside the school.')
}

async function whenAmalDecidesAlone({ enter, accessible }: Stage) {
  const jonah = await enter('jonah')
  await jonah.goto(`/referrals/${referralId}/consents`)
  await answers(jonah, 'Who answers?', 'The student alone')
  await answers(jonah, 'What kind of care?', 'Mental health')
  await answers(jonah, 'How is consent given?', /paper/i)
  await types(jonah, 'Where the signed document is kept', 'Cabinet of the counselor')
  await accessible(jonah)
  for (const asked of [/sends the referral/, /tells us the status/]) await answers(jonah, asked, 'Yes')
  await presses(jonah, 'Save these answers')
  await reads(jonah, 'The student answered alone.')
  await accessible(jonah)
}

async function thenSchoolRecordsStayAtSchool({ enter, accessible }: Stage) {
  const jonah = await enter('jonah')
  await jonah.goto(`/referrals/${referralId}/handoff`)
  await jonah.getByRole('button', { name: `Send to ${agency}`, disabled: true }).waitFor()
  await reads(jonah, 'Nothing yet. What is still needed stands beside the button.')
  await jonah.goto(`/referrals/${referralId}/consents`)
  await reads(jonah, 'Missing: Given by a parent, or by a student of 18 or older')
  await accessible(jonah)
}

async function thenTheCaregiverReadsAsIfItWereNotThere(stage: Stage) {
  expect(await shown(stage)).toEqual(page)
  expect(await onPaper(await stage.enter('leila'))).toEqual(paper)
  const samira = await stage.enter('samira')
  await samira.goto('/family')
  await stage.accessible(samira)
}

async function andAmalReadsIt({ enter, accessible }: Stage) {
  const amal = await enter('amal')
  await amal.goto('/family')
  await reads(amal, 'Cedar Street Family Clinic')
  await reads(amal, 'How the request is going')
  await accessible(amal)
}

journey(
  'A student of 16 consents alone: the caregiver reads as if it were not there [R151]',
  async (stage) => {
    await givenARuleForMinors(stage)
    await givenWhatHerMotherReads(stage)
    await whenAmalDecidesAlone(stage)
    await thenSchoolRecordsStayAtSchool(stage)
    await thenTheCaregiverReadsAsIfItWereNotThere(stage)
    await andAmalReadsIt(stage)
  },
)
