// /verify with a script: a dropped file goes into the form, a scanned credential too, and the result gets the focus.

const SCANNED = '#credential='

const form = document.querySelector<HTMLFormElement>('#verify-form')
const file = form?.querySelector<HTMLInputElement>('input[type="file"]')
const text = form?.querySelector<HTMLTextAreaElement>('textarea')
const root = document.documentElement

document.querySelector<HTMLElement>('[data-autofocus]')?.focus()

if (form && file && text) {
  addEventListener('dragover', (event) => {
    event.preventDefault()
    root.classList.add('dropping')
  })
  addEventListener('dragleave', () => root.classList.remove('dropping'))
  addEventListener('drop', (event) => {
    event.preventDefault()
    root.classList.remove('dropping')
    const dropped = event.dataTransfer
    if (dropped?.files.length) file.files = dropped.files
    else text.value = dropped?.getData('text/plain') ?? ''
    if (file.files?.length) text.value = ''
    form.requestSubmit()
  })
  // A code on paper leads here with the credential behind the `#`, which no browser sends: taken out before anything is kept.
  const scanned = location.hash.startsWith(SCANNED) ? location.hash.slice(SCANNED.length) : ''
  if (scanned !== '') {
    history.replaceState(null, '', location.pathname)
    text.value = scanned
    form.requestSubmit()
  }
  form.addEventListener('submit', () => {
    form.querySelector('button')?.setAttribute('aria-busy', 'true')
  })
}
