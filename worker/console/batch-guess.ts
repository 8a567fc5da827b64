// Which column of somebody's file is probably which of a template: by its name, or by what others call it. Pure.
import type { Column } from '../../shared/credential-types/columns.ts'
import { KEY_COLUMN, type Mapping } from '../batches/read-header.ts'

/** What registrars call a column, letters only, the likeliest first. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  holder_name: [
    'holder',
    'fullname',
    'student',
    'studentname',
    'nameofstudent',
    'graduate',
    'graduatename',
    'learner',
    'candidate',
    'candidatename',
    'licensee',
    'practitioner',
    'practitionername',
    'recipient',
    'person',
    'name',
  ],
  holder_did: ['did', 'wallet'],
  valid_from: ['from', 'start', 'startdate', 'issued', 'issuedate', 'dateofissue', 'effectivefrom'],
  valid_until: [
    'until',
    'end',
    'enddate',
    'expires',
    'expiry',
    'expirydate',
    'validto',
    'renewaldate',
  ],
  name: [
    'degree',
    'degreename',
    'title',
    'qualification',
    'award',
    'programme',
    'program',
    'licence',
    'license',
    'certificate',
  ],
  description: ['about', 'summary', 'details'],
  achievement_type: ['type', 'degreetype', 'achievement'],
  eqf: ['eqflevel', 'level'],
  field_of_study: ['field', 'subject', 'major', 'discipline', 'faculty'],
  specialization: ['specialisation', 'speciality', 'specialty', 'minor'],
  awarded_date: [
    'awarded',
    'dateawarded',
    'dateofaward',
    'graduation',
    'graduationdate',
    'conferred',
  ],
  results: ['grades', 'marks', 'courses'],
  number: [
    'licencenumber',
    'licensenumber',
    'licenceno',
    'licenseno',
    'registrationnumber',
    'regno',
  ],
  isco08: ['isco', 'iscocode', 'professioncode', 'profession', 'occupation'],
  local_profession: ['localtitle', 'professiontitle'],
  jurisdiction: ['country', 'region', 'state', 'territory'],
  [KEY_COLUMN]: [
    'id',
    'studentid',
    'studentnumber',
    'studentno',
    'matriculation',
    'matriculationnumber',
    'personid',
    'recordid',
  ],
}

const lettersOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** How well a name fits a column of the template; 0 where it does not. */
function fitOf(name: string, column: string): number {
  const letters = lettersOf(name)
  if (letters === '') return 0
  if (letters === lettersOf(column)) return 1000
  const at = (CALLED[column] ?? []).indexOf(letters)
  return at < 0 ? 0 : 900 - at
}

/**
 * The file's column for each of the template's, where one fits; no column of the file is taken twice. A “Name” beside a “Degree”
 * is a person's.
 *
 * @param names - the first row of the file, as it is written
 * @returns from the template's names to the file's
 */
export function guessColumns(
  names: readonly string[],
  columns: readonly Pick<Column, 'name'>[],
): Readonly<Record<string, string>> {
  const wanted = [...columns.map(({ name }) => name), KEY_COLUMN]
  const pairs = wanted
    .flatMap((column) => names.map((name) => ({ column, name, fit: fitOf(name, column) })))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
  const chosen = new Map<string, string>()
  const take = (among: typeof pairs) => {
    for (const { column, name } of among) {
      if (!chosen.has(column) && ![...chosen.values()].includes(name)) chosen.set(column, name)
    }
  }
  take(pairs)
  const called = chosen.get('name')
  const other = pairs.find(
    ({ column, name }) => column === 'name' && ![...chosen.values()].includes(name),
  )
  if (!chosen.has('holder_name') && called && other && fitOf(called, 'holder_name') > 0) {
    chosen.set('holder_name', called)
    chosen.set('name', other.name)
  }
  return Object.fromEntries(chosen)
}

/** What a mapping says the other way round: from the template's names to the file's. */
export const columnsOfMapping = (mapping: Mapping): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(mapping).flatMap(([name, to]) => (to ? [[to, name]] : [])))

/** The mapping that choices make: columns of the file that nobody chose are left out. */
export function mappingOfChoices(
  names: readonly string[],
  choices: Readonly<Record<string, string>>,
): Mapping {
  const chosen = new Map(Object.entries(choices).map(([column, name]) => [name, column]))
  return Object.fromEntries(
    names.filter((name) => name !== '').map((name) => [name, chosen.get(name) ?? '']),
  )
}
