import { afterEach, describe, expect, it, vi } from 'vitest'
import { personBeside } from '../../extension/portals/person-on-page.ts'
import { isPlausibleName } from '../../extension/portals/plausible-name.ts'
import { openPage } from './support/page.ts'

afterEach(() => void vi.unstubAllGlobals())

const personOf = (html: string) => {
  const anchor = openPage(html).querySelector('#here')
  return anchor === null ? undefined : personBeside(anchor)
}
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('whom a page names beside a credential', () => {
  it('is the one person of its structured data', () => {
    const html = `${jsonLd({ '@type': 'Person', name: ' Ana Lima ' })}<p id="here">x</p>`
    expect(personOf(html)).toEqual({ name: 'Ana Lima', from: 'json_ld' })
  })
  it('is found in a graph and behind a main entity', () => {
    const person = { '@type': ['Person'], name: 'Ana Lima' }
    expect(personOf(`${jsonLd({ '@graph': [person] })}<p id="here">`)).toMatchObject({
      name: 'Ana Lima',
    })
    expect(
      personOf(`${jsonLd({ '@type': 'ProfilePage', mainEntity: person })}<p id="here">`),
    ).toMatchObject({ name: 'Ana Lima' })
  })
  it('is nobody in particular where the structured data names two', () => {
    const people = ['Ana Lima', 'Bo Eriksen'].map((name) => ({ '@type': 'Person', name }))
    expect(personOf(`${jsonLd(people)}<p id="here">x</p>`)).toBeNull()
  })
  it('is not the subject of a credential in the structured data', () => {
    const credential = {
      type: 'VerifiableCredential',
      '@type': 'Person',
      name: 'Ana Lima',
    }
    expect(personOf(`${jsonLd(credential)}<p id="here">x</p>`)).toBeNull()
  })
  it('is the heading of the row', () => {
    const html = '<table><tr><th scope="row">Lima,\n Ana</th><td id="here">x</td></tr></table>'
    expect(personOf(html)).toEqual({ name: 'Lima, Ana', from: 'heading' })
  })
  it('is the heading of the closest article, not of one around it', () => {
    const html =
      '<article><h2>Outer Name</h2><ul><li><h3>Ana Lima</h3><p id="here">x</p></li></ul></article>'
    expect(personOf(html)).toMatchObject({ name: 'Ana Lima' })
  })
  it('is nobody where there is neither', () => {
    expect(personOf('<h1>Ana Lima</h1><p id="here">x</p>')).toBeNull()
  })
  it('survives structured data that is broken', () => {
    const broken = '<script type="application/ld+json">{"@type":</script><p id="here">x</p>'
    expect(personOf(broken)).toBeNull()
    expect(personOf(`${jsonLd(null)}${jsonLd([1, null])}<p id="here">x</p>`)).toBeNull()
  })
})

describe('a heading that could be a name', () => {
  it.each([
    'Amina Diallo',
    'DIALLO, Amina',
    'Maria da Silva Santos',
    'J. van der Berg',
    'Jean-Pierre O’Brien',
    'أمينة ديالو',
    'प्रिया रमन',
  ])('is %s', (heading) => {
    expect(isPlausibleName(heading)).toBe(true)
  })
  it.each([
    'Experience',
    'Professional Experience',
    'Licences and certificates',
    'Licence to practise medicine',
    'Registered Nurse',
    'Northmark Medical Council',
    'Candidate 17',
    'Amina',
    'Amina Diallo and five other people here',
    'amina diallo',
    'Shared Documents',
    'Amina <b>Diallo</b>',
    '',
  ])('is not %s', (heading) => {
    expect(isPlausibleName(heading)).toBe(false)
  })
})
