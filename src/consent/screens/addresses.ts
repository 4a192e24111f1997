import { type Resource, resource, type Screen } from '#access/screen.ts'
import { answerByLink } from '../answer-by-link.ts'
import { askByLink } from '../ask-by-link.ts'
import { givePaper } from '../give-paper.ts'
import { nameFamilyContact } from '../name-family-contact.ts'
import { recordConsent } from '../record-consent.ts'
import { scanFiles } from '../scans-given.ts'
import { revokeConsent } from '../revoke-consent.ts'
import { withdrawLink } from '../withdraw-link.ts'
import { accountingScreen } from './accounting.tsx'
import { askedScreen } from './asked.tsx'
import { settleConflict } from '../settle-conflict.ts'
import { approvalsResource, rulesResource, rulesScreen } from './minor-rules.tsx'
import { consentsScreen } from './consents.tsx'
import { revocationScreen } from './revocation.tsx'
import { wordingsScreen } from './wordings.tsx'
import { worklistScreen } from './worklist.tsx'

export const screens: Screen[] = [
  worklistScreen,
  rulesScreen,
  wordingsScreen,
  consentsScreen,
  revocationScreen,
  accountingScreen,
  askedScreen,
]

export const resources: Resource[] = [
  resource({
    address: 'POST /referrals/:referralId/consents',
    act: recordConsent,
    stands: consentsScreen,
    files: scanFiles,
    then: (_result, { referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /consents/:consentId/revocation',
    act: revokeConsent,
    stands: revocationScreen,
    then: ({ referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /referrals/:referralId/settlements',
    act: settleConflict,
    stands: consentsScreen,
    then: ({ referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /referrals/:referralId/links',
    act: askByLink,
    stands: consentsScreen,
    then: ({ referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /referrals/:referralId/links/:linkId/withdrawal',
    act: withdrawLink,
    stands: consentsScreen,
    then: ({ referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /referrals/:referralId/papers',
    act: givePaper,
    stands: consentsScreen,
    then: ({ referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /referrals/:referralId/family-contact',
    act: nameFamilyContact,
    stands: consentsScreen,
    then: ({ referralId }) => `/referrals/${referralId}/consents`,
  }),
  resource({
    address: 'POST /family/consent',
    act: answerByLink,
    stands: askedScreen,
    then: ({ language }) => `/family/consent?lang=${language}`,
  }),
  rulesResource,
  approvalsResource,
]
