import { expect } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { perform } from '../riverside/stories/teller.ts'
import { byPhone } from '../support/referral-story.ts'
import { picks, presses, reads, sees, ticks, types, unfolds } from './steps/page.ts'
import { aReferralIsSent } from './steps/told.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const room = 'https://video.example/room/7'

async function whenVideoComesFirstForAStudentWithoutAServiceNearby(
  { enter, accessible }: Stage,
  referralId: string,
) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}`)
  await unfolds(maya, 'Put visits by video first')
  await picks(maya, 'Why for this student?', 'Misses school')
  await picks(maya, 'What is missing nearby?', 'no way to get there')
  await presses(maya, 'Put visits by video first')
  await reads(maya, 'Visits by video come first.')
  await accessible(maya)
}

/** What the form of a visit asks of one by video. */
async function booksByVideo({ enter }: Stage, referralId: string, { place }: { place: string }) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/handoff`)
  await types(maya, 'Day', '2026-10-15')
  await types(maya, 'Time', '16:30')
  await types(maya, /^Where/, place)
  await picks(maya, 'How', 'By video')
  return maya
}

async function itWaitsForTheFamilysYesAPrivateRoomAndALink(stage: Stage, referralId: string) {
  const refused = await booksByVideo(stage, referralId, { place: '214 Cedar Street' })
  await presses(refused, 'Book the visit')
  await reads(refused, /The family has not said yes to visits by video/)
  await reads(refused, 'Give the link of the video visit. It begins with https.')
  await reads(refused, 'Make sure with the family that the student has a room where nobody hears.')
  await stage.accessible(refused)
  const yes = { referralId, ...byPhone('sofia'), answers: { telehealth: 'yes' } }
  await perform(stage.being('maya'), recordConsent, yes)
  const maya = await booksByVideo(stage, referralId, { place: room })
  await ticks(maya, /a room where nobody hears/)
  await presses(maya, 'Book the visit')
  await reads(maya, room)
}

async function thenTheFamilyFindsTheLinkOnItsPlan({ enter, accessible }: Stage) {
  const carmen = await enter('carmen')
  await carmen.goto('/family/plan?lang=es')
  await sees(carmen, 'Próxima cita')
  await reads(carmen, /Busque un cuarto tranquilo donde nadie oiga/)
  expect(await carmen.getByRole('link', { name: 'Ir a la cita por video' }).getAttribute('href')).toBe(room)
  await accessible(carmen)
}

journey(
  'A visit by video waits for the family’s yes, a private room and a link, which stands on the plan [R349] [R351]',
  async (stage) => {
    const { referralId } = await aReferralIsSent(stage, 'sofia', 'cedarStreet')
    await whenVideoComesFirstForAStudentWithoutAServiceNearby(stage, referralId)
    await itWaitsForTheFamilysYesAPrivateRoomAndALink(stage, referralId)
    await thenTheFamilyFindsTheLinkOnItsPlan(stage)
  },
)
