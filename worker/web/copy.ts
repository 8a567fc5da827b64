// Adds a button that copies beside every text that is shown once. Without it the text can be selected by one press.
const COPIED = 'Copied'

for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'secondary outline small'
  button.textContent = 'Copy'
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? '')
      button.textContent = COPIED
    } catch {
      getSelection()?.selectAllChildren(text)
    }
  })
  text.after(button)
}
