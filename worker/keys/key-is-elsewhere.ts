// What is thrown where something would have to be signed by a key that only its owner has. Pure.

export class KeyIsElsewhere extends Error {
  override readonly name = 'KeyIsElsewhere'
  constructor() {
    super('This deployment holds no key that may sign for that owner')
  }
}
