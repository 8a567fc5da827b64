// /verify with a script: a dropped file goes into the form, and the result gets the focus.

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
  form.addEventListener('submit', () => {
    form.querySelector('button')?.setAttribute('aria-busy', 'true')
  })
}
