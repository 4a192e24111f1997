import { catalog } from '#platform/words.ts'

/** Why a whole roster was refused. Each says what is wrong and what to do next. */
export const refusedMessages = {
  not_a_zip: 'This is not a complete zip file. Export the roster again and send the whole zip.',
  archive_too_large: 'The zip is larger than {limit}. Send only the OneRoster files, or split the district.',
  too_many_entries: 'The zip holds more than {limit} files. Send only the OneRoster files.',
  file_too_large: '{file} is larger than {limit} when unpacked. Check the export before sending it again.',
  total_too_large:
    'The files are larger than {limit} when unpacked. Check the export before sending it again.',
  packed_too_tightly: '{file} unpacks to over {ratio} times its size, which no roster does. Export it again.',
  encrypted: '{file} is locked with a password. Make the zip without a password and send it again.',
  unreadable_compression:
    '{file} is packed in a way that cannot be read. Make an ordinary zip and send it again.',
  damaged: '{file} was damaged on its way. Send the zip again.',
  damaged_archive: 'The zip is damaged: its table of contents does not fit its files. Make the zip again.',
  unsafe_name: 'The zip names a file outside its own folder. Make the zip again from the exported files.',
  duplicate_entry: 'The zip holds {file} twice. Keep the right one and make the zip again.',
  nested_folders: 'The files are not together in one folder. Put every file in the same folder and zip that.',
  manifest_missing:
    'There is no manifest.csv in the zip. Export again with the manifest, named in small letters.',
  manifest_header:
    'manifest.csv must begin with propertyName,value. Correct its first line and send it again.',
  manifest_row: 'Line {line} of manifest.csv does not have two cells. Correct it and send the zip again.',
  manifest_duplicate: 'manifest.csv gives {property} twice (line {line}). Keep one and send it again.',
  manifest_missing_property: 'manifest.csv does not give {property}. Add it and send the zip again.',
  manifest_value: 'Line {line} of manifest.csv: {property} must be {allowed}, in that spelling. Correct it.',
  file_missing: 'manifest.csv says {file} is sent, and it is not in the zip. Add it, or mark it absent.',
  companion_missing: '{file} cannot be read without {other}. Send both in one zip.',
  nothing_to_read: 'The manifest marks every roster file as absent. Send at least one.',
  not_utf8: '{file} is not UTF-8 text (byte {byte}). Save it as "CSV UTF-8" and send it again.',
  utf16: '{file} is saved as UTF-16 (byte {byte}). Save it as "CSV UTF-8" and send it again.',
  no_header: '{file} is empty. Send it with its header line, or mark it absent in manifest.csv.',
  no_rows: '{file} has no rows. A full roster without them would end every record, so nothing was read.',
  line_ends: '{file} ends its lines in a way no longer in use. Save it as "CSV UTF-8" and send it again.',
  too_many_columns: '{file} has more than {limit} columns. Check the export and send it again.',
  duplicate_column: '{file} has the column {column} twice. Keep one and send it again.',
  missing_column: '{file} has no column {column}. Add it, in that spelling, and send it again.',
  broken_quoting: 'Near line {line} of {file} a quotation mark stands alone. Double the marks inside a cell.',
  ending_unsaid:
    '{left} of the {known} students here would leave, and nobody said so many. See the preview, and say it: --ending {left}.',
  cell_too_long:
    'Near line {line} of {file} a row is longer than {limit}. Often a closing quotation mark is missing.',
} as const

/** Why one row, or one link in it, was left out. The rest of the file was read. */
export const reasonMessages = {
  wrong_cell_count: 'The row has more or fewer cells than the header.',
  missing_value: 'A value is needed here.',
  not_in_list: 'The value is not one the standard lists. Capital and small letters count.',
  bad_date: 'The date is not a real day written as YYYY-MM-DD.',
  bad_date_time: 'The time is not written as the standard asks, for example 2026-01-31T18:05:00Z.',
  bad_year: 'The year is not written with four digits.',
  too_long: 'The value is too long.',
  control_character: 'The value holds a character that cannot be shown.',
  duplicate_sourced_id: 'An earlier row of this file has the same sourcedId.',
  status_in_bulk: 'In a full file the status is left blank; a person is ended by leaving the row out.',
  ends_before_it_begins: 'The end is before the beginning.',
  org_not_found: 'No organization has this sourcedId.',
  school_not_found: 'This sourcedId is not a school.',
  class_not_found: 'No class has this sourcedId.',
  user_not_found: 'No person has this sourcedId.',
  not_a_student: 'The person is not a student by their role.',
  agent_not_found: 'The linked person was not found, so the link was left out.',
  no_role: 'Nothing says whether this person is a student, family or staff.',
  no_school: 'Nothing says which school this student goes to.',
} as const

/** What was seen and left alone. Nothing was refused. */
export const noticeMessages = {
  unknown_file: 'This file is not part of the standard, so it was left alone.',
  file_not_read: 'This file is part of the standard and is not used here.',
  absent_but_present: 'The manifest marks this file as absent, so it was left alone.',
  unknown_property: 'The manifest has a line that the standard does not name.',
  property_missing: 'The manifest does not mention this file, and it is not in the zip.',
  unknown_column: 'This column is not part of the standard, so it was left alone.',
  column_spelling: 'This column is spelled differently in the standard, so it was left alone.',
  no_rows: 'The file has a header and no rows.',
  bulk_status_filled: 'Status and time of change are blank in a full file, so they were set aside.',
  grade_not_known: 'The grade is not one the standard lists. It is kept as unknown.',
  several_grades: 'More than one grade is given. The first is used.',
  agent_without_family_role: 'A linked person has no family role, so the link was not used.',
} as const

export const refusedWords = catalog({ en: refusedMessages })
export const reasonWords = catalog({ en: reasonMessages })
export const noticeWords = catalog({ en: noticeMessages })

export type RefusedCode = keyof typeof refusedMessages
export type RefusalReason = keyof typeof reasonMessages
export type NoticeCode = keyof typeof noticeMessages
