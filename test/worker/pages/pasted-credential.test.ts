import { describe, expect, it } from 'vitest'
import { readPasted } from '../../../worker/pages/pasted-credential.ts'

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.eyJpZCI6MX0.c2lnbmF0dXJl'

describe('a pasted text', () => {
  it.each([
    ['as it was signed', TOKEN],
    ['with white space around it', `\n ${TOKEN} \n`],
    [
      'in the lines of an e-mail',
      `${TOKEN.slice(0, 20)}\r\n${TOKEN.slice(20, 30)}\n ${TOKEN.slice(30)}`,
    ],
    ['in quotation marks', `"${TOKEN}"`],
    ['in quotation marks with a comma', `"${TOKEN}",`],
    ['in curly quotation marks', `“${TOKEN}”`],
    ['inside the answer that issued it', JSON.stringify({ id: 'urn:uuid:1', credential: TOKEN })],
  ])('gives the credential %s', (_, text) => {
    expect(readPasted(text)).toBe(TOKEN)
  })

  it.each([
    ['plain words', 'This is my diploma'],
    ['words around a credential', `Here it is: ${TOKEN}`],
    ['an object that envelops one', '{"type":"EnvelopedVerifiableCredential","id":"data:,x"}'],
    ['an answer that repeats a key', `{"credential":"${TOKEN}","credential":"x"}`],
  ])('is left as it is where it is %s', (_, text) => {
    expect(readPasted(text)).toBe(text)
  })
})
