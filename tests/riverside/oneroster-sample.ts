import { csvBytes, manifestTable } from './oneroster.ts'
import { writeZip, type ZipEntry } from './oneroster-zip.ts'

/*
 * A roster small enough to read: one district, two schools, Leo with his mother and grandfather, Amara
 * with her guardian, and Ms. Okafor, who teaches and is Amara's guardian. Specs change one file and see
 * what happens.
 */

type Files = Readonly<Record<string, string | Uint8Array | undefined>>

const lines = (...rows: string[]): string => `${rows.join('\r\n')}\r\n`

export const sampleFiles = {
  'orgs.csv': lines(
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'd1,,,Riverside Unified,district,,',
    'alder,,,Alder Creek High,school,0101,d1',
    'lark,,,Larkspur Middle,school,0102,d1',
    'alder-math,,,Mathematics,department,,alder',
  ),
  'academicSessions.csv': lines(
    'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
    'year,,,2026 to 2027,schoolYear,2026-08-17,2027-06-04,,2027',
  ),
  'classes.csv': lines(
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,' +
      'schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
    'c-alder,,,Homeroom 9,09,course,,homeroom,,alder,year,,,',
    'c-lark,,,Homeroom 7,07,course,,homeroom,,lark,year,,,',
  ),
  'users.csv': lines(
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,' +
      'identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,' +
      'preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
    'leo,,,true,leo,,Leonardo,Reyes,,40001,,,,"carmen,abuelo",09,secret,,,Leo,,,,he',
    'amara,,,true,amara,,Amara,Okafor,N.,40002,,,,,07,,,,,,,,',
    'carmen,,,true,carmen,,Carmen,Reyes,,,carmen@family.example,555-0101,555-0102,,,,,,,,,,',
    'abuelo,,,true,abuelo,,Luis,Reyes,,,,,,,,,,,,,,,',
    'okafor,,,true,okafor,,Ngozi,Okafor,,,okafor@riverside.example,,,amara,,,,,,,,,',
  ),
  'roles.csv': lines(
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,' +
      'userProfileSourcedId',
    'r1,,,leo,primary,student,2026-08-17,,alder,',
    'r2,,,amara,primary,student,,,lark,',
    'r3,,,carmen,primary,parent,,,d1,',
    'r4,,,abuelo,primary,relative,,,d1,',
    'r5,,,okafor,primary,teacher,,,alder-math,',
    'r6,,,okafor,secondary,guardian,,,d1,',
  ),
  'demographics.csv': lines(
    'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,' +
      'blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,' +
      'hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,' +
      'publicSchoolResidenceStatus',
    'leo,,,2011-10-09,male,,,,,,,,,,,',
    'amara,,,2013-02-28,,,,,,,,,,,,',
  ),
  'enrollments.csv': lines(
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,' +
      'beginDate,endDate',
    'e1,,,c-alder,alder,leo,student,,2026-08-17,2027-06-04',
    'e2,,,c-lark,lark,amara,student,,2026-08-24,2027-06-04',
    'e3,,,c-alder,alder,okafor,teacher,true,,',
  ),
} as const

/** Which files the manifest says are sent, and how. */
const modesOf = (files: Files, mode: string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(files)
      .filter((name) => files[name] !== undefined)
      .map((name) => [name.replace('.csv', ''), mode]),
  )

/** A manifest for these files, as text. */
export const sampleManifest = (files: Files, mode = 'bulk', version: '1.1' | '1.2' = '1.2'): string =>
  csvBytes(manifestTable(version, modesOf(files, mode))).toString()

export const entry = (name: string, text: string | Uint8Array): ZipEntry => ({
  name,
  bytes: Buffer.from(text),
})

/**
 * The sample with some files replaced, added, or (undefined) left out. The manifest follows the files unless
 * it is given, or left out, itself. A delta holds only the files that are given.
 */
export function sampleRoster(changes: Files = {}, mode: 'bulk' | 'delta' = 'bulk'): Buffer {
  const files: Files = { ...(mode === 'bulk' ? sampleFiles : {}), ...changes }
  const manifest = 'manifest.csv' in files ? files['manifest.csv'] : sampleManifest(files, mode)
  const rest = Object.entries(files).filter(([name]) => name !== 'manifest.csv')
  return writeZip(
    [['manifest.csv', manifest] as const, ...rest].flatMap(([name, text]) =>
      text === undefined ? [] : [entry(name, text)],
    ),
  )
}

/** One file of the sample with a piece of its text replaced, which must be there. */
export function changed(file: keyof typeof sampleFiles, from: string, to: string): Record<string, string> {
  const text: string = sampleFiles[file]
  if (!text.includes(from)) throw new Error(`${file} of the sample does not say ${from}`)
  return { [file]: text.replace(from, to) }
}

/** The same with so many more students at Larkspur: without them in the next full file, they have left. */
export function crowdedRoster(more: number): Buffer {
  const each = (row: (kid: string) => string) =>
    lines(...Array.from({ length: more }, (_, i) => row(`kid${i}`)))
  return sampleRoster({
    'users.csv':
      sampleFiles['users.csv'] + each((kid) => `${kid},,,true,${kid},,Kim,${kid},,,,,,,07,,,,,,,,`),
    'roles.csv': sampleFiles['roles.csv'] + each((kid) => `r-${kid},,,${kid},primary,student,,,lark,`),
    'enrollments.csv':
      sampleFiles['enrollments.csv'] +
      each((kid) => `e-${kid},,,c-lark,lark,${kid},student,,2026-08-24,2027-06-04`),
  })
}
