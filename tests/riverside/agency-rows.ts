import type { Transaction } from '#platform/database/database.ts'
import { idOf } from './ids.ts'
import { partners, riversideId, summer } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'

const district_id = riversideId
const all = Object.values(partners)
export const agreementId = (partnerId: string) => idOf(`agreement/${partnerId}`)

const partnerRows = all.map(
  (partner): Row => ({
    district_id,
    id: partner.id,
    name: partner.name,
    short_name: partner.shortName,
    about: partner.about,
    address: partner.address,
    phone: partner.phone,
    hours: partner.hours,
    crisis_phone: 'crisisPhone' in partner ? partner.crisisPhone : null,
    populations: partner.populations,
    contact_name: partner.contactName,
    acceptance: partner.acceptance,
    acceptance_note: 'acceptanceNote' in partner ? partner.acceptanceNote : null,
    open_places: partner.openPlaces,
    capacity_updated_at: summer,
    languages: partner.languages,
    modalities: partner.modalities,
    payers: partner.payers,
    after_school: partner.afterSchool,
    weekends: partner.weekends,
    onboarded_at: summer,
    version: 1,
  }),
)

const serviceRows = all.flatMap((partner) =>
  partner.services.map(
    ([name, kind]): Row => ({
      district_id,
      id: idOf(`service/${partner.id}/${name}`),
      partner_id: partner.id,
      name,
      kind,
      tiers: [2, 3],
      ages: '5 to 18',
    }),
  ),
)

const routeRows = all.map(
  (partner): Row => ({
    district_id,
    id: idOf(`route/${partner.id}`),
    partner_id: partner.id,
    ...partner.route,
    opened_at: summer,
  }),
)

const toAgency = [
  'identity',
  'caregiver_contact',
  'language',
  'reason',
  'urgency',
  'service_sought',
  'school_contact',
  'transport',
  'coverage',
]
const toSchool = ['status', 'appointment', 'participation', 'safety_signal']

const agreementRows = all.map(
  (partner): Row => ({
    district_id,
    id: agreementId(partner.id),
    partner_id: partner.id,
    title: `Data sharing agreement with ${partner.shortName}`,
    starts_on: '2026-07-01',
    ends_on: '2027-06-30',
    created_at: summer,
    school_to_partner: toAgency,
    partner_to_school: toSchool,
  }),
)

const signOffRows = all.map(
  (partner): Row => ({
    district_id,
    id: idOf(`sign-off/${partner.id}`),
    agreement_id: agreementId(partner.id),
    partner_id: partner.id,
    scope: 'Referrals and status feedback',
    signed_by: 'Riverside legal office',
    signed_on: '2026-07-15',
    ends_on: '2027-06-30',
  }),
)

/** The agencies: what each offers, how referrals reach it, and the agreement that lets them. */
export async function seedPartners(tx: Transaction, at: Date): Promise<void> {
  await insertRows(tx, 'partner', partnerRows)
  await insertRows(tx, 'partner_service', serviceRows)
  await insertRows(tx, 'intake_route', routeRows)
  await insertRows(tx, 'agreement', agreementRows)
  await insertRows(tx, 'legal_sign_off', signOffRows)
  await traceSetting(tx, { at, type: 'partner', ids: all.map(({ id }) => id) })
}
